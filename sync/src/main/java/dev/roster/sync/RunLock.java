package dev.roster.sync;

import dev.roster.sync.internal.file.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run out, of this process or another. The system gives the lock back when the
 * process ends, however that happens, so that no one has to delete a file.
 */
final class RunLock {

  /**
   * The files that this process holds, and since when. A second channel of the same process must
   * not even be opened: on many systems, closing it would give back the lock of the first.
   */
  private static final ConcurrentMap<Path, String> HELD = new ConcurrentHashMap<>();

  private RunLock() {}

  static <T> T holding(Path file, Instant now, Supplier<T> run) {
    Path own = created(file);
    String holder = "process %d since %s".formatted(ProcessHandle.current().pid(), now);
    requireFree(file, HELD.putIfAbsent(own, holder));
    try {
      return locked(own, holder, run);
    } finally {
      HELD.remove(own);
    }
  }

  private static void requireFree(Path file, @Nullable String other) {
    if (other != null) {
      throw new RunUnderWayException(file, other);
    }
  }

  private static Path created(Path file) {
    try {
      Path directory = DurableFile.directoryOf(file);
      DurableFile.createDirectories(directory);
      return directory.toRealPath().resolve(file.getFileName());
    } catch (IOException failure) {
      throw unusable(file, failure);
    }
  }

  private static <T> T locked(Path file, String holder, Supplier<T> run) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        throw new RunUnderWayException(file, holderOf(file));
      }
      name(holder, channel);
      return run.get();
    } catch (IOException failure) {
      throw unusable(file, failure);
    }
  }

  private static void name(String holder, FileChannel channel) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((holder + '\n').getBytes(StandardCharsets.UTF_8)));
  }

  /** Some systems do not let a file be read that another process has locked. */
  private static String holderOf(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? "another process" : text;
    } catch (IOException unreadable) {
      return "another process";
    }
  }

  private static UncheckedIOException unusable(Path file, IOException failure) {
    return new UncheckedIOException("lock file %s cannot be used".formatted(file), failure);
  }
}
