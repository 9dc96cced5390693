package dev.roster.internal.call;

import dev.roster.ErrorCode;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a write: settling reads, with back-off, until one of them shows it, the
 * settling time has passed or the deadline is there. Used for one write.
 */
public final class Settlement {

  /** As the documented back-off of retries begins: one network round trip, and some more. */
  private static final Duration FIRST_DELAY = Duration.ofMillis(100);

  /** Reads that lag by seconds are seen soon after they have caught up. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  /** What one lost response may cost a service that is in trouble already. */
  static final int MOST_READS = 12;

  private final Call call;
  private final CallWaits waits;
  private final DoubleSupplier jitter;
  private final Deadline end;
  private Duration delay = FIRST_DELAY;
  private int reads;
  private @Nullable RequestFailed failure;

  Settlement(Call call, CallWaits waits, DoubleSupplier jitter, Deadline end) {
    this.call = call;
    this.waits = waits;
    this.jitter = jitter;
    this.end = end;
  }

  /**
   * One settling read.
   *
   * @param <T> what it may find
   */
  @FunctionalInterface
  public interface SettlingRead<T> {

    /**
     * Reads.
     *
     * @return null where it found nothing, which is no proof: reads can lag behind writes
     * @throws RequestFailed if the read fails
     */
    @Nullable T make() throws RequestFailed;
  }

  /**
   * Reads until one read finds something.
   *
   * @param read one read
   * @param <T> what it may find
   * @return what it found; null if none found it
   * @throws RequestFailed if the call ends meanwhile
   */
  public <T> @Nullable T find(SettlingRead<T> read) throws RequestFailed {
    T found = once(read);
    while (found == null && waitForAnotherRead()) {
      found = once(read);
    }
    return found;
  }

  /**
   * What a call fails with whose write no read could settle. A refusal such as "already a member"
   * may be about the lost attempt of the call itself, and shows nothing then.
   *
   * @param failed how its write failed
   * @return what to throw
   */
  public RequestFailed unsettled(RequestFailed failed) {
    RequestFailed lost = call.lost();
    RequestFailed thrown =
        lost != null && isAboutPresence(failed.code())
            ? lost.givenUp("no read settled it in time")
            : failed;
    if (failure != null) {
      thrown.addSuppressed(failure);
    }
    return thrown;
  }

  private static boolean isAboutPresence(ErrorCode code) {
    return code == ErrorCode.ALREADY_MEMBER
        || code == ErrorCode.ALREADY_EXISTS
        || code == ErrorCode.CONFLICT
        || code == ErrorCode.NOT_FOUND;
  }

  private <T> @Nullable T once(SettlingRead<T> read) throws RequestFailed {
    reads++;
    try {
      T found = read.make();
      failure = null;
      return found;
    } catch (RequestFailed failed) {
      if (failed.endsTheCall()) {
        throw failed;
      }
      failure = failed;
      return null;
    }
  }

  /**
   * The last read is made as late as possible: what lags has the whole settling time to show.
   * Returns whether there is one.
   */
  private boolean waitForAnotherRead() throws RequestFailed {
    if (isHeldBack()) {
      return waitUntilPermitted();
    }
    if (reads >= MOST_READS || end.hasPassed() || call.deadline().hasPassed() || isRefused()) {
      return false;
    }
    Duration wait = reads == MOST_READS - 1 ? end.timeLeft() : longer(nextDelay(), askedFor());
    waits.pause(within(wait));
    return true;
  }

  /**
   * Where no write of the call is open, a throttled read is an ordinary read that waits: it does
   * not count, because the settling time is for reads that find nothing.
   */
  private boolean isHeldBack() {
    return failure != null && failure.code() == ErrorCode.THROTTLED && !call.maybeApplied();
  }

  private boolean waitUntilPermitted() throws RequestFailed {
    Duration wait = longer(nextDelay(), askedFor());
    if (wait.compareTo(call.deadline().timeLeft()) >= 0) {
      return false;
    }
    reads--;
    waits.pause(wait);
    return true;
  }

  /** Where the deadline is near, half of what is left is for the read itself. */
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
    return failure == null
        ? Duration.ZERO
        : failure.description().retryAfter().orElse(Duration.ZERO);
  }

  /** Another read would be refused as well. */
  private boolean isRefused() {
    if (failure == null || failure.description().reach() != Reach.REFUSED) {
      return false;
    }
    ErrorCode code = failure.code();
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
