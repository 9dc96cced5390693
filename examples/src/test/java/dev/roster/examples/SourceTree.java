package dev.roster.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout, as text. Tests run in the folder of their module. */
final class SourceTree {

  static final Path TOP = Path.of("..").toAbsolutePath().normalize();

  private SourceTree() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Path> files(String folder, String ending) {
    Path below = TOP.resolve(folder);
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !TOP.relativize(file).toString().contains("target"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
