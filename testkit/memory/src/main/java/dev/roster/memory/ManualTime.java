package dev.roster.memory;

import dev.roster.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A clock that only moves when a test turns it or when a caller waits by it: a wait moves it on at
 * once and is written down, so that minutes of back-off take no time and can be asserted.
 * Thread-safe.
 */
public final class ManualTime implements TimeSource, InstantSource {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final List<Duration> waits = new ArrayList<>();
  private Instant now;
  private long nanos;
  private Consumer<Duration> waitAction = duration -> {};

  /** Makes a clock that stands at 2026-01-02T03:04:05Z. */
  public ManualTime() {
    this(START);
  }

  /**
   * Makes a clock.
   *
   * @param start where it stands
   */
  public ManualTime(Instant start) {
    this.now = Objects.requireNonNull(start, "start must not be null");
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  /** The time of day, for what is stamped with it. */
  @Override
  public synchronized Instant instant() {
    return now;
  }

  /**
   * Turns the clock on.
   *
   * @param duration by how much, zero or more
   * @throws IllegalArgumentException if the duration is negative
   */
  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time does not go back, but got " + duration);
    }
    now = now.plus(duration);
    nanos += duration.toNanos();
  }

  /**
   * Says what to do when a wait begins, for example to interrupt the waiting thread or to close
   * what it waits for. Runs on the waiting thread, before the clock moves.
   *
   * @param action gets the time that is to be waited
   */
  public synchronized void onWait(Consumer<Duration> action) {
    waitAction = Objects.requireNonNull(action, "action must not be null");
  }

  /**
   * The waits so far, in their order, those that an end or an interrupt cut short included.
   *
   * @return a copy
   */
  public synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  /**
   * Writes the wait down and moves the clock on at once, unless the end has come.
   *
   * <p>A duration of zero or less is no wait and is not written down.
   */
  @Override
  public boolean await(CountDownLatch end, Duration duration) throws InterruptedException {
    refuseInterrupted();
    if (end.getCount() == 0 || duration.isZero() || duration.isNegative()) {
      return end.getCount() == 0;
    }
    begin(duration).accept(duration);
    refuseInterrupted();
    if (end.getCount() == 0) {
      return true;
    }
    advance(duration);
    return false;
  }

  private synchronized Consumer<Duration> begin(Duration duration) {
    waits.add(duration);
    return waitAction;
  }

  private static void refuseInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting");
    }
  }
}
