package dev.roster.cli.changes;

import dev.roster.cli.configuration.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a file that groups follow. A directory that is named after the file belongs to
 * the first file of that name: another one, which would find the state of the first, is refused.
 */
public final class SourceDirectory {

  private static final String MARK = "source";

  private final Path directory;
  private final @Nullable String source;

  private SourceDirectory(Path directory, @Nullable String source) {
    this.directory = directory;
    this.source = source;
  }

  /** One that was chosen can be that of a file whose path is another each day. */
  static SourceDirectory chosen(Path directory) {
    return new SourceDirectory(directory, null);
  }

  static SourceDirectory under(Path store, Path source) {
    String name = String.valueOf(source.getFileName());
    return new SourceDirectory(
        store.resolve(fileName(name)), source.toAbsolutePath().normalize().toString());
  }

  static String fileName(String text) {
    return text.replaceAll("[^A-Za-z0-9.-]", "_");
  }

  /**
   * The directory, to be looked at.
   *
   * @return the directory, which need not be there
   * @throws UsageException if it is that of another file; the message names both
   */
  public Path checked() {
    String owner = source == null ? null : owner();
    if (owner != null && !owner.equals(source)) {
      throw new UsageException(
          ("%s is what runs of %s keep, and this is %s, another file of that name: give it its own"
                  + " directory with --state, or the same one if it is the same source")
              .formatted(directory, owner, source));
    }
    return directory;
  }

  /**
   * Takes the directory for its file, before anything is written to it.
   *
   * @throws UsageException if it is that of another file; the message names both
   */
  public void take() {
    if (source != null) {
      mark(source);
      checked();
    }
  }

  private void mark(String text) {
    try {
      Files.createDirectories(directory);
      Files.write(
          directory.resolve(MARK),
          (text + '\n').getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException taken) {
      return;
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be written to".formatted(directory), failure);
    }
  }

  private @Nullable String owner() {
    try {
      String text = Files.readString(directory.resolve(MARK)).strip();
      return text.isEmpty() ? null : text;
    } catch (NoSuchFileException none) {
      return null;
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be read".formatted(directory), failure);
    }
  }
}
