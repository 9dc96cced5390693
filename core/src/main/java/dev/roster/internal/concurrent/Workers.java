package dev.roster.internal.concurrent;

import dev.roster.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The threads of one run. They come one by one, as there is work for them. Thread-safe. */
public interface Workers {

  /**
   * Has the work done, and returns when that has ended or been ended. Threads can be left; {@link
   * #join} waits for them. Called once.
   *
   * @param time measures the deadline
   * @param deadline the time for the work, or null where there is no limit
   * @return whether the calling thread was interrupted; its flag is not set
   */
  boolean run(TimeSource time, @Nullable Duration deadline);

  /**
   * Gets another thread, unless the most are there. Called by the threads themselves.
   *
   * @throws RuntimeException as the application's executor throws it
   * @throws OutOfMemoryError if the platform has no thread left; the other threads go on
   */
  void startAnother();

  /** Interrupts what the threads do; the calling thread is not interrupted. */
  void interrupt();

  /**
   * Notes that the thread that calls this, one of the run, was interrupted by other code. The flag
   * of a thread that does not belong to the run is set again when the thread leaves it.
   */
  void interruptedFromOutside();

  /** Waits until no thread does any of the work, interrupted or not. */
  void join();
}
