package dev.roster;

import dev.roster.internal.configuration.SystemTimeSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The clock that a client waits by. Production uses {@link #system()}; a test passes one that it
 * turns by hand, so that minutes of back-off take no time. Implementations MUST be thread-safe.
 */
public interface TimeSource {

  /**
   * A time for measuring intervals, as {@link System#nanoTime()}.
   *
   * @return nanoseconds from an arbitrary origin, never going back
   */
  long nanoTime();

  /**
   * Waits until a time has passed or an end has come, whichever is first.
   *
   * @param end opens when there is no more reason to wait, for example because the client is closed
   * @param duration how long to wait at the most; zero or less returns at once
   * @return whether the end had come
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  boolean await(CountDownLatch end, Duration duration) throws InterruptedException;

  /**
   * The system's clock.
   *
   * @return a shared instance
   */
  static TimeSource system() {
    return SystemTimeSource.INSTANCE;
  }
}
