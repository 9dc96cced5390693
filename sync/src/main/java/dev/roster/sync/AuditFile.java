package dev.roster.sync;

import dev.roster.bulk.ItemStatus;
import dev.roster.sync.internal.file.DurableFile;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file to which one JSON line is added for each change, never altered, and on the disk before the
 * next change of the same group begins. Thread-safe; several processes can share a file.
 *
 * <p>A line has these fields, those in brackets only where they are known: {@code time}, {@code
 * by}, {@code [plan]} (the checksum), {@code action} ({@code add}, {@code remove}, {@code begin},
 * {@code end}), {@code group}, {@code [group_name]}, {@code member}, {@code [member_name]}, {@code
 * outcome} (the {@link ItemStatus} in lower case), {@code [error]}, {@code [request_id]}.
 *
 * <p>A crash or a full disk can leave a line that is not whole. It stays as it is, the next line is
 * written behind a line end, and {@link #read} passes it over: of its change, the file says
 * nothing.
 */
public final class AuditFile implements AutoCloseable {

  private final Path file;
  private final FileOutputStream stream;
  private final RandomAccessFile reader;
  private final InstantSource clock;
  private final String by;

  /** With a stream that adds to the file, which tests let fail, and is closed with this. */
  AuditFile(Path file, FileOutputStream stream, InstantSource clock, String by) throws IOException {
    this.file = file;
    this.stream = stream;
    this.reader = readerBeside(stream, file);
    this.clock = clock;
    this.by = by;
  }

  /**
   * Opens a file to add to it; makes it where it is not there.
   *
   * @param file the file
   * @param clock gives the time of each line
   * @param by who has the changes made
   * @return an open file
   * @throws UncheckedIOException if it cannot be opened
   */
  public static AuditFile open(Path file, InstantSource clock, String by) {
    try {
      DurableFile.createDirectories(DurableFile.directoryOf(file));
      AuditFile opened = new AuditFile(file, new FileOutputStream(file.toFile(), true), clock, by);
      DurableFile.syncDirectoryOf(file);
      return opened;
    } catch (IOException failure) {
      throw new UncheckedIOException("audit file %s cannot be opened".formatted(file), failure);
    }
  }

  /** Both stay with the same file where that is given another name meanwhile. */
  private static RandomAccessFile readerBeside(FileOutputStream stream, Path file)
      throws IOException {
    try {
      return new RandomAccessFile(file.toFile(), "r");
    } catch (IOException failure) {
      stream.close();
      throw failure;
    }
  }

  /**
   * Reads the entries of a file. Lines that are not whole are passed over.
   *
   * @param file the file
   * @return the entries in their order; none where there is no file; to be closed
   * @throws UncheckedIOException if it cannot be read
   */
  public static Stream<AuditEntry> read(Path file) {
    return read(file, "");
  }

  /** Of the lines with a text; only these are parsed, because the file grows for years. */
  static Stream<AuditEntry> read(Path file, String text) {
    return lines(file)
        .filter(line -> line.contains(text))
        .map(AuditEntry::parse)
        .flatMap(Optional::stream);
  }

  private static Stream<String> lines(Path file) {
    if (!Files.exists(file)) {
      return Stream.empty();
    }
    BufferedReader reader = open(file);
    return reader.lines().onClose(() -> close(reader));
  }

  /** Reads past a character that a crash tore, and on a thread that was interrupted. */
  private static BufferedReader open(Path file) {
    try {
      return new BufferedReader(
          new InputStreamReader(new FileInputStream(file.toFile()), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException("audit file %s cannot be read".formatted(file), failure);
    }
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path path() {
    return file;
  }

  Instant now() {
    return clock.instant();
  }

  String by() {
    return by;
  }

  /**
   * Returns when the lines are on the disk. What a write that failed has left of a line, of this
   * process or of another that shares the file, is ended first, or the line behind it would be lost
   * as well.
   */
  synchronized void write(String lines) {
    try {
      DurableFile.write(stream, isTorn() ? "\n" + lines : lines);
    } catch (IOException failure) {
      throw new UncheckedIOException("audit file %s cannot be written".formatted(file), failure);
    }
  }

  private boolean isTorn() throws IOException {
    long size = reader.length();
    reader.seek(Math.max(0, size - 1));
    return size > 0 && reader.read() != '\n';
  }

  @Override
  public void close() {
    try (stream;
        reader) {
      return;
    } catch (IOException failure) {
      throw new UncheckedIOException("audit file %s cannot be closed".formatted(file), failure);
    }
  }
}
