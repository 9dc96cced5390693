package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.configurationprocessor.ConfigurationMetadataAnnotationProcessor;

/**
 * What editors show of the properties is what Spring Boot's processor finds in the code. It is not
 * run by the build, whose compiler runs no processors; {@code -Dmetadata.write=true} writes the
 * file anew.
 */
class ConfigurationMetadataTest {

  private static final String NAME = "META-INF/spring-configuration-metadata.json";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path FILE = Path.of("src/main/resources").resolve(NAME);

  @Test
  void theMetadataIsThatOfTheCode(@TempDir Path output) throws IOException {
    String found = Files.readString(processed(output).resolve(NAME)).strip() + "\n";
    if (Boolean.getBoolean("metadata.write")) {
      Files.writeString(FILE, found);
    }
    assertThat(FILE).as("write it with -Dmetadata.write=true").hasContent(found);
  }

  private static Path processed(Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          compiler.getTask(
              null,
              files,
              null,
              List.of("-proc:only", "-d", output.toString(), "-cp", classPath()),
              null,
              files.getJavaFileObjectsFromPaths(sources()));
      task.setProcessors(List.of(new ConfigurationMetadataAnnotationProcessor()));
      assertThat(task.call()).isTrue();
    }
    return output;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Without the module: what it requires is on the class path here. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith("Properties.java")).sorted().toList();
    }
  }

  @Test
  void everyPropertyIsDescribed() throws IOException {
    String json = Files.readString(FILE);
    long properties = json.lines().filter(line -> line.contains("\"sourceType\"")).count();
    assertThat(json).contains("roster.uri", "roster.clients", "roster.health.check-interval");
    assertThat(properties).isGreaterThan(20);
  }
}
