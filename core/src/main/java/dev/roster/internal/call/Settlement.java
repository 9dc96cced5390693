package dev.roster.internal.call;

import dev.roster.ErrorCode;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a write: looks, with back-off, until one of them tells, the settling
 * time has passed or the deadline is there. Used for one write.
 */
public final class Settlement {

  /** As the documented back-off of retries begins: one network round trip, and some more. */
  private static final Duration FIRST_DELAY = Duration.ofMillis(100);

  /** Reads that lag by seconds are seen soon after they have caught up. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  /** What one lost response may cost a service that is in trouble already. */
  static final int MOST_LOOKS = 12;

  private final Call call;
  private final CallWaits waits;
  private final DoubleSupplier jitter;
  private final Deadline end;
  private Duration delay = FIRST_DELAY;
  private int looks;
  private @Nullable RequestFailed unanswered;

  Settlement(Call call, CallWaits waits, DoubleSupplier jitter, Deadline end) {
    this.call = call;
    this.waits = waits;
    this.jitter = jitter;
    this.end = end;
  }

  /**
   * One look.
   *
   * @param <T> what it may find
   */
  @FunctionalInterface
  public interface Look<T> {

    /**
     * Reads.
     *
     * @return null where what it saw does not tell, because reads can lag behind writes
     * @throws RequestFailed if the read fails
     */
    @Nullable T make() throws RequestFailed;
  }

  /**
   * Reads until one read tells.
   *
   * @param look one read
   * @param <T> what it may find
   * @return what it found; null if none found it
   * @throws RequestFailed if the call ends meanwhile
   */
  public <T> @Nullable T find(Look<T> look) throws RequestFailed {
    T found = once(look);
    while (found == null && waitForAnotherLook()) {
      found = once(look);
    }
    return found;
  }

  /** Why the last look saw nothing; null where it saw that there is nothing. */
  @Nullable RequestFailed unanswered() {
    return unanswered;
  }

  private <T> @Nullable T once(Look<T> look) throws RequestFailed {
    looks++;
    try {
      T found = look.make();
      unanswered = null;
      return found;
    } catch (RequestFailed failed) {
      if (failed.endsTheCall()) {
        throw failed;
      }
      unanswered = failed;
      return null;
    }
  }

  /**
   * The last look is made as late as possible: what lags has the whole settling time to show.
   * Returns whether there is one.
   */
  private boolean waitForAnotherLook() throws RequestFailed {
    if (isHeldBack()) {
      return waitUntilPermitted();
    }
    if (looks >= MOST_LOOKS || end.hasPassed() || call.deadline().hasPassed() || isRefused()) {
      return false;
    }
    Duration wait = looks == MOST_LOOKS - 1 ? end.timeLeft() : longer(nextDelay(), askedFor());
    waits.pause(within(wait));
    return true;
  }

  /**
   * A throttled look is an ordinary read that waits, where no write of the call is open: no look
   * was made, and the settling time is for looks that show nothing.
   */
  private boolean isHeldBack() {
    return unanswered != null && unanswered.code() == ErrorCode.THROTTLED && !call.maybeApplied();
  }

  private boolean waitUntilPermitted() throws RequestFailed {
    Duration wait = longer(nextDelay(), askedFor());
    if (wait.compareTo(call.deadline().timeLeft()) >= 0) {
      return false;
    }
    looks--;
    waits.pause(wait);
    return true;
  }

  /** Where the deadline is near, half of what is left is for the look itself. */
  private Duration within(Duration wait) {
    Duration untilEnd = shorter(wait, end.timeLeft());
    return shorter(untilEnd, call.deadline().timeLeft().dividedBy(2));
  }

  private Duration nextDelay() {
    Duration chosen = Duration.ofNanos((long) (delay.toNanos() * jitter.getAsDouble()));
    delay = shorter(delay.multipliedBy(2), LONGEST_DELAY);
    return chosen;
  }

  private Duration askedFor() {
    return unanswered == null
        ? Duration.ZERO
        : unanswered.description().retryAfter().orElse(Duration.ZERO);
  }

  /** Another look would be refused as well. */
  private boolean isRefused() {
    if (unanswered == null || unanswered.description().reach() != Reach.REFUSED) {
      return false;
    }
    ErrorCode code = unanswered.code();
    return code == ErrorCode.ACCESS_DENIED
        || code == ErrorCode.UNAUTHENTICATED
        || code == ErrorCode.INVALID_ARGUMENT;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
