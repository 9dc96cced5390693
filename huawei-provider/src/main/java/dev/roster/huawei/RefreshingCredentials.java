package dev.roster.huawei;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps temporary keys and replaces them ahead of their end. One caller asks; the others go on with
 * the keys they have as long as these last, and otherwise wait for that one answer, be it keys or a
 * failure.
 */
final class RefreshingCredentials implements HuaweiCredentialsProvider {

  /** Far enough from the end that an outage of the source for some minutes does no harm. */
  static final Duration REFRESH_AHEAD = Duration.ofMinutes(30);

  /** A source that fails, or still answers with keys near their end, is not asked by every call. */
  static final Duration PAUSE_BETWEEN_TRIES = Duration.ofMinutes(1);

  /** Keys that would end while the request travels are of no use. */
  static final Duration SAFETY_MARGIN = Duration.ofSeconds(10);

  private final HuaweiCredentialsProvider source;
  private final Clock clock;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile @Nullable HuaweiCredentials current;
  private volatile Instant nextTry = Instant.MIN;
  private final AtomicInteger tries = new AtomicInteger();
  private @Nullable RuntimeException lastFailure;

  RefreshingCredentials(HuaweiCredentialsProvider source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public HuaweiCredentials credentials() {
    HuaweiCredentials known = current;
    if (known == null || !lasts(known, SAFETY_MARGIN)) {
      return waitForNewKeys();
    }
    return lasts(known, REFRESH_AHEAD) ? known : refreshUnlessUnderWay(known);
  }

  private boolean lasts(HuaweiCredentials keys, Duration margin) {
    return keys.expiresAt().map(end -> clock.instant().plus(margin).isBefore(end)).orElse(true);
  }

  private HuaweiCredentials refreshUnlessUnderWay(HuaweiCredentials known) {
    if (clock.instant().isBefore(nextTry) || !refreshing.tryLock()) {
      return known;
    }
    try {
      return needsRefresh() ? refresh() : known;
    } catch (RuntimeException failure) {
      return known;
    } finally {
      refreshing.unlock();
    }
  }

  private HuaweiCredentials waitForNewKeys() {
    int triesBefore = tries.get();
    lockInterruptibly();
    try {
      HuaweiCredentials known = current;
      if (known != null && lasts(known, SAFETY_MARGIN)) {
        return known;
      }
      RuntimeException failure = lastFailure;
      if (failure != null && tries.get() != triesBefore) {
        throw failure;
      }
      return refresh();
    } finally {
      refreshing.unlock();
    }
  }

  private void lockInterruptibly() {
    try {
      refreshing.lockInterruptibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MissingCredentialsException("interrupted while waiting for new temporary keys");
    }
  }

  /** Asked again under the lock: another caller may just have done it. */
  private boolean needsRefresh() {
    HuaweiCredentials known = current;
    return !clock.instant().isBefore(nextTry) && (known == null || !lasts(known, REFRESH_AHEAD));
  }

  private HuaweiCredentials refresh() {
    nextTry = clock.instant().plus(PAUSE_BETWEEN_TRIES);
    tries.incrementAndGet();
    try {
      HuaweiCredentials fresh = source.credentials();
      current = fresh;
      lastFailure = null;
      return fresh;
    } catch (RuntimeException failure) {
      lastFailure = failure;
      throw failure;
    }
  }
}
