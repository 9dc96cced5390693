package dev.roster.emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The extension on the oldest JUnit that it supports, in a JVM that has no other. */
class OldJUnitTest {

  private static final Path OLD_JUNIT =
      Path.of(Objects.requireNonNull(System.getProperty("old-junit")));

  @Test
  void theExtensionRunsOnJUnit510() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                OnOldJUnit.class.getName())
            .redirectErrorStream(true)
            .start();

    List<String> lines = process.inputReader().lines().toList();

    assertThat(lines)
        .filteredOn(line -> !line.contains(" DEBUG ") && !line.contains(" INFO "))
        .containsExactly("JUnit 5.10.3: 4 of 4", "closed");
  }

  /** This JVM's, with the old JUnit instead of its own. */
  private static String classPath() {
    Stream<String> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(each -> !each.replace(File.separatorChar, '/').contains("/org/junit/"));
    Stream<String> old =
        Stream.of(Objects.requireNonNull(OLD_JUNIT.toFile().list()))
            .map(jar -> OLD_JUNIT.resolve(jar).toString());
    return Stream.concat(old, others).collect(Collectors.joining(File.pathSeparator));
  }
}
