package dev.roster.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a source wrote, read at once, so that it does not change while it is read.
 *
 * @param name for messages
 * @param bytes what is in it
 */
record SourceFile(String name, byte[] bytes) {

  static final String NO_LINE_END =
      "its last line has no line end, so it can have been cut in the middle of that line";

  static SourceFile read(Path file) {
    try {
      return new SourceFile(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), failure);
    }
  }

  /** Two bytes, because a character of UTF-16 has two. */
  boolean endsWithLineEnd() {
    boolean found = false;
    for (int at = Math.max(0, bytes.length - 2); at < bytes.length; at++) {
      found |= bytes[at] == '\n' || bytes[at] == '\r';
    }
    return found;
  }
}
