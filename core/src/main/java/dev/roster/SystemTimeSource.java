package dev.roster.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

enum SystemTimeSource implements TimeSource {
  INSTANCE;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public boolean await(CountDownLatch end, Duration duration) throws InterruptedException {
    return end.await(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
  }
}
