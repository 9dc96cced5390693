package dev.roster.conformance;

import dev.roster.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A clock that moves on by what somebody waits, at once, and writes the waits down. */
final class TurnedTime implements TimeSource {

  /** Near the system's, because a service may judge a request's time. */
  private final Instant start = Instant.now();

  private static final Duration SHORTEST_WAIT = Duration.ofNanos(1_000);

  private final List<Duration> waits = new ArrayList<>();
  private long nanos;
  private Runnable waitAction = () -> {};

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return start.plusNanos(nanos);
  }

  /** Says what happens when somebody begins to wait; it runs on the waiting thread. */
  synchronized void onWait(Runnable action) {
    waitAction = action;
  }

  synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  @Override
  public boolean await(CountDownLatch end, Duration duration) throws InterruptedException {
    begin(duration).run();
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting");
    }
    if (end.getCount() == 0) {
      return true;
    }
    advance(duration);
    return false;
  }

  /** At a limiter that nobody reaches, calls still come one after the other, nanoseconds apart. */
  private synchronized Runnable begin(Duration duration) {
    if (duration.compareTo(SHORTEST_WAIT) > 0) {
      waits.add(duration);
    }
    return waitAction;
  }

  private synchronized void advance(Duration duration) {
    nanos += Math.max(0, duration.toNanos());
  }
}
