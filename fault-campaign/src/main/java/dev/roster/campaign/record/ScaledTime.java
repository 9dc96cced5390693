package dev.roster.campaign.record;

import dev.roster.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A clock that runs faster than the machine's, so that seconds of back-off and settling pass in
 * some milliseconds. What really takes time, such as an exchange, looks the slower by it.
 */
public final class ScaledTime implements TimeSource {

  private final int factor;
  private final long origin = System.nanoTime();
  private final Instant start = Instant.now();

  public ScaledTime(int factor) {
    this.factor = factor;
  }

  int factor() {
    return factor;
  }

  @Override
  public long nanoTime() {
    return (System.nanoTime() - origin) * factor;
  }

  /** The time of day, for what is stamped with it. */
  public Instant now() {
    return start.plusNanos(nanoTime());
  }

  @Override
  public boolean await(CountDownLatch end, Duration duration) throws InterruptedException {
    return end.await(duration.toNanos() / factor, TimeUnit.NANOSECONDS);
  }
}
