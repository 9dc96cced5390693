package dev.roster.sync.internal.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Writes files so that a crash leaves the whole old one or the whole new one. Streams and not
 * channels, because an interrupt closes a channel, and what happened must be written all the same.
 */
public final class DurableFile {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private DurableFile() {}

  /** Replaces the file in one step; what is there after a crash is complete. */
  public static void replace(Path file, String text) {
    try {
      createDirectories(directoryOf(file));
      replaceBy(nextOf(file), file, text);
      syncDirectoryOf(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be written".formatted(file), failure);
    }
  }

  /** A name that no file of others has: it would be lost. */
  private static Path nextOf(Path file) {
    return file.resolveSibling("%s.%s.new".formatted(file.getFileName(), UUID.randomUUID()));
  }

  private static void replaceBy(Path next, Path file, String text) throws IOException {
    try {
      try (FileOutputStream stream = new FileOutputStream(next.toFile())) {
        write(stream, text);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /** What runs keep has names and ids of people: a directory that is made is for its owner. */
  public static void createDirectories(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER));
    } else {
      Files.createDirectories(directory);
    }
  }

  /** Returns when the text is on the disk. */
  public static void write(FileOutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    stream.getFD().sync();
  }

  public static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
  }

  /** A new name in a directory survives a crash only then; some systems cannot open directories. */
  public static void syncDirectoryOf(Path file) {
    try (FileChannel directory = FileChannel.open(directoryOf(file), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException unsupported) {
      // The name is then as durable as the system makes it.
      return;
    }
  }
}
