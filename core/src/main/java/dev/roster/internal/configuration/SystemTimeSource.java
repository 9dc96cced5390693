package dev.roster.internal.configuration;

import dev.roster.TimeSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clock of those who set none. */
public enum SystemTimeSource implements TimeSource {
  /** The one clock. */
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
