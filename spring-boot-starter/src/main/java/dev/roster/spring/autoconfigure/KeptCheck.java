package dev.roster.spring.autoconfigure;

import dev.roster.CheckReport;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A check whose result is kept for a time: probes come every few seconds from several places, and
 * the account's rate limit is there for the application's calls.
 */
final class KeptCheck {

  private final Supplier<CheckReport> check;
  private final long lifetimeNanos;
  private final LongSupplier nanoTime;
  private final Lock lock = new ReentrantLock();
  private @Nullable CheckReport latest;
  private long madeAt;

  KeptCheck(Supplier<CheckReport> check, Duration lifetime, LongSupplier nanoTime) {
    this.check = check;
    this.lifetimeNanos = lifetime.toNanos();
    this.nanoTime = nanoTime;
  }

  /** The latest report, or a new one; callers that come meanwhile wait for that. */
  CheckReport report() {
    lock.lock();
    try {
      CheckReport kept = latest;
      if (kept == null || nanoTime.getAsLong() - madeAt >= lifetimeNanos) {
        kept = check.get();
        latest = kept;
        madeAt = nanoTime.getAsLong();
      }
      return kept;
    } finally {
      lock.unlock();
    }
  }
}
