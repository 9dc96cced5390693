package dev.roster.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installed clients against the started jar, told nothing but what the program prints. */
@Tag("installed-tools")
class StartedProgramIT {

  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='?([^']*)'?");
  private static final String STORE = "d-1234567890";
  private static final Set<AwsOperation> OPERATIONS =
      EnumSet.complementOf(EnumSet.copyOf(AwsOperation.NEWER));

  private final Map<String, String> exported = new HashMap<>();
  @TempDir private Path home = Path.of("");
  private Process program;

  @BeforeEach
  void start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = Objects.requireNonNull(System.getProperty("runnable.jar"));
    program = new ProcessBuilder(java, "-jar", jar, "--port=0").start();
    BufferedReader printed = program.inputReader();
    for (String line = printed.readLine(); !"ready".equals(line); line = printed.readLine()) {
      assertThat(line).as("the program ended before it was ready").isNotNull();
      Matcher export = EXPORT.matcher(line);
      if (export.matches()) {
        exported.put(export.group(1), export.group(2));
      }
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    program.destroy();
    program.waitFor();
  }

  @Test
  void theAwsCommandLineDoesEveryOperation() throws Exception {
    Tool.requireInstalled(List.of("aws", "--version"), "awscli");

    assertThat(EveryOperation.call(new AwsCommandLine(tool()), STORE, OPERATIONS)).hasSize(3);
  }

  @Test
  void pythonDoesEveryOperation() throws Exception {
    Tool.requireInstalled(List.of("python3", "-c", "import boto3"), "python3-boto3");

    try (InstalledClient client = new Boto3(tool(), "python3")) {
      assertThat(EveryOperation.call(client, STORE, OPERATIONS)).hasSize(3);
    }
  }

  private Tool tool() {
    String endpoint = Objects.requireNonNull(exported.get("AWS_ENDPOINT_URL_IDENTITYSTORE"));
    return new Tool(URI.create(endpoint), home, exported);
  }
}
