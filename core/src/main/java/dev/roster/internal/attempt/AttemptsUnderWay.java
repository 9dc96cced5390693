package dev.roster.internal.attempt;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * The attempts under way, and the end of those whose time has passed.
 *
 * <p>Hardly any attempt takes its whole time, so that none has an alarm of its own: to set and
 * cancel one wakes the timer's thread each time, which costs more than the rest of the pipeline.
 * There is one check of all of them, at the time when the first can expire, and one after the other
 * from there.
 */
final class AttemptsUnderWay {

  private static final long NONE = Long.MAX_VALUE;

  private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
  private final AtomicLong nextCheck = new AtomicLong(NONE);
  private final LongSupplier clock;
  private final long origin;
  private final Timer timer;

  /** Runs something once, after a time. */
  interface Timer {
    void schedule(Runnable work, Duration delay);
  }

  /**
   * No attempts yet.
   *
   * @param clock the attempts' clock, in nanoseconds of any origin
   * @param timer runs the checks
   */
  AttemptsUnderWay(LongSupplier clock, Timer timer) {
    this.clock = clock;
    this.origin = clock.getAsLong();
    this.timer = timer;
  }

  void enter(Attempt attempt) {
    attempts.add(attempt);
    checkAt(expiry(attempt));
  }

  void leave(Attempt attempt) {
    attempts.remove(attempt);
  }

  void abortAll(AbortReason why) {
    attempts.forEach(attempt -> attempt.abort(why));
  }

  private void checkAt(long when) {
    long planned = nextCheck.get();
    while (when < planned) {
      if (nextCheck.compareAndSet(planned, when)) {
        plan(when);
        return;
      }
      planned = nextCheck.get();
    }
  }

  /** A check that could not be planned must not keep others from being planned. */
  private void plan(long when) {
    boolean planned = false;
    try {
      timer.schedule(() -> check(when), Duration.ofNanos(Math.max(0, when - now())));
      planned = true;
    } finally {
      if (!planned) {
        nextCheck.compareAndSet(when, NONE);
      }
    }
  }

  /** A check that an earlier one has overtaken does nothing. */
  private void check(long planned) {
    if (!nextCheck.compareAndSet(planned, NONE)) {
      return;
    }
    long now = now();
    LongStream expiries = attempts.stream().mapToLong(this::expiry);
    expiries.filter(when -> when > now).min().ifPresent(this::checkAt);
    attempts.stream()
        .filter(attempt -> expiry(attempt) <= now && attempt.isOpen())
        .forEach(attempt -> attempt.abort(AbortReason.EXPIRED));
  }

  private long expiry(Attempt attempt) {
    return attempt.expiryNanos() - origin;
  }

  private long now() {
    return clock.getAsLong() - origin;
  }
}
