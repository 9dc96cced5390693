package dev.roster.internal.call;

import dev.roster.TimeSource;
import java.time.Duration;

/** The end of one call, on the client's clock: waits and attempts included. */
final class Deadline {

  /** Long enough to mean "never" and short enough not to overflow the clock's nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final TimeSource time;
  private final long startNanos;
  private final long allowedNanos;

  private Deadline(TimeSource time, Duration allowed, long startNanos) {
    this.time = time;
    this.startNanos = startNanos;
    this.allowedNanos = bounded(allowed).toNanos();
  }

  private static Duration bounded(Duration time) {
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  static Deadline after(Duration allowed, TimeSource time) {
    return since(time.nanoTime(), allowed, time);
  }

  /** Of a call that began to wait for its thread before. */
  static Deadline since(long startNanos, Duration allowed, TimeSource time) {
    return new Deadline(time, allowed, startNanos);
  }

  Duration elapsed() {
    return Duration.ofNanos(time.nanoTime() - startNanos);
  }

  /** What is left, never negative. */
  Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, allowedNanos - (time.nanoTime() - startNanos)));
  }

  boolean hasPassed() {
    return timeLeft().isZero();
  }

  /** What one attempt may take: its own timeout, cut to what is left of the call. */
  Duration timeForAttempt(Duration attemptTimeout) {
    Duration left = timeLeft();
    return left.compareTo(attemptTimeout) < 0 ? left : attemptTimeout;
  }
}
