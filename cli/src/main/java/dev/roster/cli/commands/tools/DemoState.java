package dev.roster.cli.commands.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the commands of the demonstration keep their audit; gone when closed. */
final class DemoState implements AutoCloseable {

  private final Path directory;

  DemoState() throws IOException {
    this.directory = Files.createTempDirectory("roster-demo");
  }

  /** The variables of a command on a store. */
  Map<String, String> of(String uri) {
    return Map.of("ROSTER_URI", uri, "ROSTER_STATE", directory.toString());
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
