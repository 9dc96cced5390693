package dev.roster.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An id in a store, as a program's argument or a line of a file gives it: the store's configuration
 * string, white space, the id.
 *
 * @param uri the store
 * @param id the group or user
 */
record StoreEntry(String uri, String id) {

  private static final Pattern TWO_WORDS = Pattern.compile("(\\S+)\\s+(\\S+)");

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
    Matcher parts = TWO_WORDS.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "expected a store's URI and an id, separated by white space, but got: " + line);
    }
    return new StoreEntry(parts.group(1), parts.group(2));
  }
}
