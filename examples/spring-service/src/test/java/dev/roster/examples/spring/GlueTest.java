package dev.roster.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an application writes to have Roster: two properties, and the parameter that injects it. */
class GlueTest {

  @Test
  void twoPropertiesAndNoConfigurationInCode() throws IOException {
    Properties properties = new Properties();
    try (var stream = GlueTest.class.getResourceAsStream("/application.properties")) {
      properties.load(stream);
    }
    assertThat(properties.stringPropertyNames())
        .filteredOn(name -> name.startsWith("roster."))
        .hasSizeLessThanOrEqualTo(2);

    List<String> sources = sources();
    assertThat(sources)
        .noneMatch(source -> source.contains("@Bean") || source.contains("@Configuration"))
        .noneMatch(source -> source.contains("RosterClient.") || source.contains("catch ("));
    assertThat(sources).filteredOn(source -> source.contains("RosterClient client")).hasSize(1);
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("sources", "src/main/java")))) {
      return files.filter(file -> file.toString().endsWith(".java")).map(GlueTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
