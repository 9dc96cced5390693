package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps temporary keys and replaces them before they expire. As long as they are valid they are
 * used, whether new ones can be fetched or not. After a failure the source is not asked for a
 * pause, in which all callers get that failure. Drivers that share these keys share all of it.
 */
public final class RefreshingCredentials implements CredentialsSource {

  /** Early enough that an outage of the source for some minutes has no effect. */
  static final Duration REFRESH_AHEAD = Duration.ofMinutes(30);

  /** Keys that live shorter than that would always be due: they are in the last third. */
  static final int PARTS_OF_LIFE = 3;

  /** Between two tries while there are good keys: no caller waits for them. */
  static final Duration PAUSE_WITH_KEYS = Duration.ofMinutes(1);

  /** Between two tries while there are none; every call fails until then. */
  static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(5);

  /** Keys that would end while the request travels are of no use. */
  static final Duration SAFETY_MARGIN = Duration.ofSeconds(10);

  private final HuaweiCredentialsProvider source;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Kept current;
  private volatile Instant lastTry = Instant.MIN;
  private volatile @Nullable RuntimeException lastFailure;

  private record Kept(HuaweiCredentials keys, Duration refreshAhead) {}

  public RefreshingCredentials(HuaweiCredentialsProvider source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public @Nullable HuaweiCredentials known() {
    Kept kept = current;
    return kept != null && isGood(kept.keys()) ? kept.keys() : null;
  }

  /**
   * Keys that the source gave a moment ago count as good whatever their end: it has no others, and
   * it may be this machine's clock that is wrong.
   */
  private boolean isGood(HuaweiCredentials keys) {
    return lasts(keys, SAFETY_MARGIN) || (lastFailure == null && !isOver(PAUSE_WITHOUT_KEYS));
  }

  @Override
  public boolean isDue() {
    Kept kept = current;
    return kept != null && !lasts(kept.keys(), kept.refreshAhead()) && isOver(PAUSE_WITH_KEYS);
  }

  private boolean lasts(HuaweiCredentials keys, Duration margin) {
    return keys.expiresAt().map(end -> clock.instant().plus(margin).isBefore(end)).orElse(true);
  }

  /** A clock that was set back must not make a pause of it. */
  private boolean isOver(Duration pause) {
    Instant before = lastTry;
    Instant now = clock.instant();
    return now.isBefore(before) || !now.isBefore(before.plus(pause));
  }

  @Override
  public HuaweiCredentials credentials() {
    HuaweiCredentials keys = known();
    if (keys == null) {
      return waitForKeys();
    }
    return isDue() ? refreshedUnlessUnderWay(keys) : keys;
  }

  private HuaweiCredentials refreshedUnlessUnderWay(HuaweiCredentials good) {
    if (!asking.tryLock()) {
      return good;
    }
    try {
      return isDue() ? refresh() : good;
    } catch (RuntimeException failure) {
      return good;
    } finally {
      asking.unlock();
    }
  }

  private HuaweiCredentials waitForKeys() {
    lockInterruptibly();
    try {
      HuaweiCredentials keys = known();
      return keys == null ? refreshUnlessPaused() : keys;
    } finally {
      asking.unlock();
    }
  }

  private HuaweiCredentials refreshUnlessPaused() {
    RuntimeException failure = lastFailure;
    if (failure != null && !isOver(PAUSE_WITHOUT_KEYS)) {
      throw failure;
    }
    return refresh();
  }

  private void lockInterruptibly() {
    try {
      asking.lockInterruptibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MissingCredentialsException("interrupted while waiting for new temporary keys");
    }
  }

  private HuaweiCredentials refresh() {
    try {
      HuaweiCredentials fresh = source.credentials();
      current = new Kept(fresh, refreshAhead(fresh));
      ended(null);
      return fresh;
    } catch (Throwable thrown) {
      RuntimeException failure = CredentialsFailure.unchecked(thrown);
      if (!Thread.currentThread().isInterrupted()) {
        ended(failure);
      }
      throw failure;
    }
  }

  /** The same keys again have not become of shorter life. */
  private Duration refreshAhead(HuaweiCredentials fresh) {
    Kept before = current;
    return before != null && isSame(before.keys(), fresh)
        ? before.refreshAhead()
        : fresh.expiresAt().map(this::refreshAhead).orElse(REFRESH_AHEAD);
  }

  private static boolean isSame(HuaweiCredentials before, HuaweiCredentials fresh) {
    return before.accessKey().equals(fresh.accessKey())
        && before.expiresAt().equals(fresh.expiresAt());
  }

  private Duration refreshAhead(Instant end) {
    Duration part = Duration.between(clock.instant(), end).dividedBy(PARTS_OF_LIFE);
    return part.compareTo(REFRESH_AHEAD) < 0 ? part : REFRESH_AHEAD;
  }

  private void ended(@Nullable RuntimeException failure) {
    lastFailure = failure;
    lastTry = clock.instant();
  }
}
