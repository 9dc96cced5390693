package dev.roster.emulator.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Starts installed programs so that they see the emulator's keys and nothing of the user's.
 *
 * @param endpoint where the emulator listens
 * @param home a directory of the test
 * @param variables what the emulator tells its clients to set
 */
record Tool(URI endpoint, Path home, Map<String, String> variables) {

  static final Charset CHARSET = StandardCharsets.UTF_8;

  /** Ends the test as skipped where the program is missing, and says what to install. */
  static void requireInstalled(List<String> probe, String debianPackage)
      throws InterruptedException {
    boolean runs;
    try {
      runs = new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException missing) {
      runs = false;
    }
    Assumptions.assumeTrue(
        runs,
        () ->
            "'%s' does not run here: install it, on Debian with: apt-get install %s"
                .formatted(String.join(" ", probe), debianPackage));
  }

  Process start(List<String> command) throws IOException {
    // Their own checks are off, so that every refusal that is seen comes from the server.
    Path config =
        Files.writeString(
            home.resolve("config"), "[default]\nparameter_validation = false\ncli_pager =\n");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.putAll(variables);
    environment.put("HOME", home.toString());
    environment.put("AWS_CONFIG_FILE", config.toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", home.resolve("none").toString());
    environment.put("AWS_MAX_ATTEMPTS", "1");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    return builder.start();
  }
}
