package dev.roster;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

enum SystemTimeSource implements TimeSource {
  INSTANCE;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public boolean await(CountDownLatch end, Duration duration) throws InterruptedException {
    return end.await(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
  }
}
