package dev.roster.emulator.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Python's client: one process that makes a call per line. */
final class Boto3 implements InstalledClient {

  private final Process process;
  private final Writer toProcess;
  private final BufferedReader fromProcess;

  Boto3(Tool tool, String python) throws IOException {
    process = tool.start(List.of(python, script().toString(), tool.endpoint().toString()));
    toProcess = process.outputWriter(Tool.CHARSET);
    fromProcess = process.inputReader(Tool.CHARSET);
  }

  private static Path script() {
    URL script = Objects.requireNonNull(Boto3.class.getResource("boto3-client.py"));
    try {
      return Path.of(script.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Result call(String operation, String parameters) throws IOException {
    toProcess.write(operation + '\t' + parameters + '\n');
    toProcess.flush();
    String line = Objects.requireNonNull(fromProcess.readLine(), "the Python program ended");
    String[] parts = line.split("\t", 2);
    return switch (parts[0]) {
      case "OK" -> Result.success(parts[1]);
      case "ERROR" -> new Result(parts[1], line);
      default -> new Result("no code printed", line);
    };
  }

  @Override
  public void close() {
    process.destroy();
  }
}
