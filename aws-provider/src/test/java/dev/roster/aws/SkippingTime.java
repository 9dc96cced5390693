package dev.roster.aws;

import dev.roster.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which every wait is over at once, and which remembers the waits. */
final class SkippingTime implements TimeSource {

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public boolean await(CountDownLatch end, Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waits.add(duration);
    nanos.addAndGet(duration.toNanos());
    return end.getCount() == 0;
  }

  List<Duration> waits() {
    return waits;
  }
}
