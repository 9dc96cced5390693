package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;

/**
 * An application is prepared ahead of time as for a native image, compiled, and run as prepared: in
 * a process of its own, because what is generated is part of the packages that it is for.
 */
class AheadOfTimeTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // Set by JUnit.
  Path output;

  @Test
  void aPreparedApplicationHasAllItsClientsWhereverTheyConnectTo() throws Exception {
    prepare();
    assertThat(run())
        .contains(
            "opened audit",
            "opened default",
            "auditRosterClient RosterClient[memory://aot-elsewhere] true",
            "rosterClient RosterClient[memory://aot-one] true",
            "prepared true");
    assertThat(hints())
        .contains(
            "dev/roster/aws/internal/driver/version.properties",
            "dev/roster/huawei/internal/http/version.properties",
            "META-INF/services/dev.roster.spi.DriverFactory",
            ClientProperties.class.getName());
  }

  private void prepare() throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                PreparedApplication.class.getName(),
                output.resolve("sources").toString(),
                output.resolve("classes").toString(),
                output.resolve("classes").toString(),
                "dev.roster.test",
                "prepared"));
    arguments.addAll(List.of(PreparedApplication.PROPERTIES));
    SpringApplicationAotProcessor.main(arguments.toArray(String[]::new));
    compile();
  }

  private void compile() throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                output.resolve("classes").toString(),
                "-cp",
                output.resolve("classes") + File.pathSeparator + classPath()));
    options.addAll(files("sources", ".java").stream().map(Path::toString).toList());
    int exit =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertThat(exit).isZero();
  }

  private List<Path> files(String folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(output.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  private List<String> run() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dspring.aot.enabled=true",
                "-cp",
                output.resolve("classes") + File.pathSeparator + classPath(),
                PreparedApplication.class.getName()));
    for (String property : PreparedApplication.PROPERTIES) {
      command.add(property.replace("aot-two", "aot-elsewhere"));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed.lines().toList();
  }

  private String hints() throws IOException {
    StringBuilder hints = new StringBuilder();
    for (Path file : files("classes", ".json")) {
      hints.append(Files.readString(file));
    }
    return hints.toString().replace("\\/", "/");
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
