package dev.roster.cli.changes;

import dev.roster.cli.configuration.UsageException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
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
   * @throws UsageException if it is that of another file; the message names both; or if its mark
   *     does not say whose it is
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
   * @throws UsageException as {@link #checked}
   */
  public void take() {
    if (source != null) {
      mark(source);
      checked();
    }
  }

  /** A mark that is there stays: of two runs that begin at once, the first has the directory. */
  private void mark(String text) {
    try {
      makeForOwner(directory);
      if (!Files.exists(markFile())) {
        markWhole(text);
      }
    } catch (FileAlreadyExistsException taken) {
      return;
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be written to".formatted(directory), failure);
    }
  }

  /** What runs keep has names and ids of people. */
  private static void makeForOwner(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(directory);
    }
  }

  /** The mark has its name when it is on the disk: a crash or a full disk leaves none. */
  private void markWhole(String text) throws IOException {
    Path next = directory.resolve(MARK + '-' + UUID.randomUUID() + ".new");
    try {
      try (FileOutputStream stream = new FileOutputStream(next.toFile())) {
        stream.write((text + '\n').getBytes(StandardCharsets.UTF_8));
        stream.getFD().sync();
      }
      giveName(next);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private void giveName(Path next) throws IOException {
    try {
      Files.createLink(markFile(), next);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (IOException | UnsupportedOperationException withoutLinks) {
      Files.move(next, markFile());
    }
  }

  private Path markFile() {
    return directory.resolve(MARK);
  }

  private @Nullable String owner() {
    try {
      // A crash of the machine can leave zeros as well as nothing, and this drops both.
      String text = Files.readString(markFile()).trim();
      if (text.isEmpty()) {
        throw cutOff();
      }
      return text;
    } catch (NoSuchFileException none) {
      return null;
    } catch (CharacterCodingException garbled) {
      throw cutOff();
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be read".formatted(markFile()), failure);
    }
  }

  private UsageException cutOff() {
    return new UsageException(
        ("%s is to name the file that runs with this directory follow, and its text was lost:"
                + " delete it if that file is %s, or else give this file its own directory with"
                + " --state")
            .formatted(markFile(), source));
  }
}
