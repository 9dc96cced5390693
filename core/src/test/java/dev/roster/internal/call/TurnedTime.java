package dev.roster.internal.call;

import dev.roster.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A clock that a wait turns on at once. */
public final class TurnedTime implements TimeSource {

  private final List<Duration> waits = new ArrayList<>();
  private long nanos;

  synchronized void turn(Duration duration) {
    nanos += duration.toNanos();
  }

  synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized boolean await(CountDownLatch end, Duration duration)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waits.add(duration);
    turn(duration);
    return end.getCount() == 0;
  }
}
