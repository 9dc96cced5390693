package dev.roster.emulator.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The AWS command line: a process per call, and its error code read from what it prints. */
final class AwsCommandLine implements InstalledClient {

  private static final Pattern ERROR =
      Pattern.compile("An error occurred \\((\\w+)\\) when calling");
  private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private final Tool tool;

  AwsCommandLine(Tool tool) {
    this.tool = tool;
  }

  @Override
  public Result call(String operation, String parameters) throws IOException, InterruptedException {
    Path input = Files.writeString(tool.home().resolve("input.json"), parameters);
    Process process =
        tool.start(
            List.of(
                "aws",
                "identitystore",
                NEXT_WORD.matcher(operation).replaceAll("-").toLowerCase(java.util.Locale.ROOT),
                "--endpoint-url",
                tool.endpoint().toString(),
                "--cli-input-json",
                "file://" + input,
                "--no-paginate",
                "--output",
                "json"));
    String printed = new String(process.getInputStream().readAllBytes(), Tool.CHARSET);
    if (process.waitFor() == 0) {
      return Result.success(printed);
    }
    Matcher error = ERROR.matcher(printed);
    return new Result(error.find() ? error.group(1) : "no code printed", printed);
  }
}
