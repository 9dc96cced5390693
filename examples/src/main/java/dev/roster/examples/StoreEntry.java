package dev.roster.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An id in a store, as a program's argument or a line of a file gives it: the store's configuration
 * string, white space, the id.
 *
 * @param uri the store
 * @param id the group or user
 */
record StoreEntry(String uri, String id) {

  static List<StoreEntry> of(List<String> arguments, @Nullable Path file) {
    List<String> lines = new ArrayList<>(arguments);
    if (file != null) {
      lines.addAll(lines(file));
    }
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(StoreEntry::parse)
        .toList();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private static StoreEntry parse(String line) {
    String[] parts = line.split("\\s+");
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "expected a store's URI and an id, separated by white space, but got: " + line);
    }
    return new StoreEntry(parts[0], parts[1]);
  }
}
