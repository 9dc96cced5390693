package dev.roster.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run out, of this process or another. The system gives it back when the process
 * ends, however that happens, so that no one has to delete a file.
 */
final class RunLock {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static <T> T holding(Path file, Instant now, Supplier<T> run) {
    RunLock lock = take(file, now);
    try {
      return run.get();
    } finally {
      lock.release();
    }
  }

  private static RunLock take(Path file, Instant now) {
    try {
      Files.createDirectories(DurableFile.directoryOf(file));
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new RunUnderWayException(file, holder(file));
      }
      channel.truncate(0);
      DurableFile.write(
          channel, "process %d since %s%n".formatted(ProcessHandle.current().pid(), now));
      return new RunLock(channel);
    } catch (IOException failure) {
      throw new UncheckedIOException("lock file %s cannot be used".formatted(file), failure);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ownProcess) {
      return null;
    }
  }

  private static String holder(Path file) throws IOException {
    String text = Files.readString(file).strip();
    return text.isEmpty() ? "another process" : text;
  }

  private void release() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("the lock file cannot be closed", failure);
    }
  }
}
