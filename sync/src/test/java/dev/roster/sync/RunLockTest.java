package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time, whoever tries. */
class RunLockTest {

  @TempDir Path directory;

  /** Takes the lock of a directory, in a process of its own. */
  static final class Other {

    private Other() {}

    public static void main(String[] arguments) {
      RunLock.holding(Path.of(arguments[0]), Instant.EPOCH, () -> "held");
    }
  }

  private int otherProcess(Path lock) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-classpath",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  Other.class.getName(),
                  lock.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("output").toFile())
              .start();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void anAttemptOfTheSameProcessDoesNotOpenTheLockForOthers() throws IOException {
    Path lock = directory.resolve("files").resolve("run.lock");
    int code =
        RunLock.holding(
            lock,
            Instant.EPOCH,
            () -> {
              assertThatThrownBy(() -> RunLock.holding(lock, Instant.EPOCH, () -> "two"))
                  .isInstanceOf(RunUnderWayException.class)
                  .hasMessageContaining("process " + ProcessHandle.current().pid());
              return otherProcess(lock);
            });
    assertThat(code).isNotZero();
    assertThat(Files.readString(directory.resolve("output"))).contains("another run is under way");
    assertThat(otherProcess(lock)).isZero();
    assertThat(RunLock.holding(lock, Instant.EPOCH, () -> "again")).isEqualTo("again");
  }
}
