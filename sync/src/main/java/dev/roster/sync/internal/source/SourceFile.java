package dev.roster.sync.internal.source;

import dev.roster.reconcile.DesiredMembers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file that a source wrote, read at once, so that it does not change while it is read. */
public final class SourceFile {

  private static final String NO_LINE_END =
      "its last line has no line end, so it can have been cut in the middle of that line";

  private static final String WRITTEN =
      "it was written to while it was read, so it can be a part; run again when it is written";

  private final String name;
  private final byte[] bytes;
  private final boolean written;

  private SourceFile(String name, byte[] bytes, boolean written) {
    this.name = name;
    this.bytes = bytes;
    this.written = written;
  }

  /** Reads all bytes of a file. */
  @FunctionalInterface
  interface Reading {
    byte[] of(Path file) throws IOException;
  }

  public static SourceFile read(Path file) {
    return read(file, Files::readAllBytes);
  }

  /** With a reading during which tests write. */
  static SourceFile read(Path file, Reading reading) {
    try {
      BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
      byte[] bytes = reading.of(file);
      BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
      return new SourceFile(
          String.valueOf(file.getFileName()), bytes, isWritten(before, bytes, after));
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), failure);
    }
  }

  /** A pipe has no size, and is whole when it ends. */
  private static boolean isWritten(
      BasicFileAttributes before, byte[] bytes, BasicFileAttributes after) {
    return before.isRegularFile()
        && (before.size() != bytes.length
            || before.size() != after.size()
            || !before.lastModifiedTime().equals(after.lastModifiedTime()));
  }

  /** For messages. */
  public String name() {
    return name;
  }

  private boolean isEmpty() {
    return bytes.length == 0;
  }

  /** What the file says, still without its rows. */
  public DesiredMembers.Builder desired(boolean needsLineEnd) {
    DesiredMembers.Builder desired = DesiredMembers.from(name);
    if (written) {
      desired.endedEarly(WRITTEN);
    }
    if (needsLineEnd && !isEmpty() && !endsWithLineEnd()) {
      desired.endedEarly(NO_LINE_END);
    }
    return desired;
  }

  public InputStream content() {
    return new ByteArrayInputStream(bytes);
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Two bytes, because a character of UTF-16 has two, of which the second can be zero. */
  private boolean endsWithLineEnd() {
    int last = bytes.length - 1;
    boolean wide = last > 0 && bytes[last] == 0;
    return last >= 0 && isLineEnd(bytes[wide ? last - 1 : last]);
  }

  private static boolean isLineEnd(byte character) {
    return character == '\n' || character == '\r';
  }
}
