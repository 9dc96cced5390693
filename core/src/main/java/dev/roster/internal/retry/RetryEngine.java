package dev.roster.internal.retry;

import dev.roster.Operation;
import dev.roster.RetryPolicy;
import dev.roster.internal.retry.RetryDecision.Exhausted;
import dev.roster.internal.retry.RetryDecision.Final;
import dev.roster.internal.retry.RetryDecision.Retry;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Decides what happens after a failed attempt. Pure: it never sleeps, reads no clock and keeps
 * nothing; chance comes in through {@code jitter}.
 *
 * <p>It asks, in this order: Is the failure worth repeating? Is anything used up? How long is the
 * wait?
 */
public final class RetryEngine {

  private static final int LARGEST_EXPONENT = 30;

  /** The client's rate limiter spaces throttled attempts; a wait of a call's own adds nothing. */
  private static final int NO_STEP = 0;

  private static final RetryDecision BUDGET_EMPTY =
      new Exhausted("the client's retry budget is empty: too many of its calls fail");

  private static final RetryDecision LOST_FOR_GOOD =
      new Exhausted("a native write that may have been applied is not retried");

  private final DoubleSupplier jitter;

  /**
   * An engine.
   *
   * @param jitter evenly spread over 0 (included) to 1 (excluded)
   */
  public RetryEngine(DoubleSupplier jitter) {
    this.jitter = jitter;
  }

  /**
   * Decides. Contention is no failure of the service: another client succeeded, so it is retried
   * until the deadline, and takes nothing from the budget.
   *
   * @param policy how the call waits
   * @param now the situation
   * @return what to do next
   */
  public RetryDecision decide(RetryPolicy policy, RetrySituation now) {
    RetryDecision decision = decideByCode(policy, now);
    return decision instanceof Retry && isLostForGood(now) ? LOST_FOR_GOOD : decision;
  }

  /** Of a write that this library does not know, it cannot find out what became of it either. */
  private static boolean isLostForGood(RetrySituation now) {
    return now.operation() == Operation.NATIVE_WRITE
        && now.failure().reach() == Reach.MAYBE_APPLIED;
  }

  private RetryDecision decideByCode(RetryPolicy policy, RetrySituation now) {
    return switch (now.failure().code()) {
      case THROTTLED -> waitFor(NO_STEP, 0, policy, now);
      case CONFLICT -> isForTheCallerToSettle(now) ? new Final() : afterFailure(policy, now);
      case CONCURRENT_MODIFICATION ->
          now.conditional() ? new Final() : waitFor(now.failures(), 0, policy, now);
      case UNAVAILABLE, TIMEOUT, INVALID_RESPONSE -> afterFailure(policy, now);
      case CLOCK_SKEW -> now.clockCorrections() == 0 ? new Retry(Duration.ZERO, 0) : new Final();
      default -> new Final();
    };
  }

  /**
   * A conflict that may mean "is there already" is settled by reading, and not sent again; so is
   * one of a conditional request. What that of a native call means, only the application knows.
   */
  private static boolean isForTheCallerToSettle(RetrySituation now) {
    return switch (now.operation()) {
      case CREATE_MEMBERSHIP, ADD_MEMBERS, CREATE_USER, CREATE_GROUP, UPDATE_USER, UPDATE_GROUP ->
          true;
      default -> now.conditional() || now.operation().isNative();
    };
  }

  private RetryDecision afterFailure(RetryPolicy policy, RetrySituation now) {
    if (now.failures() >= policy.maxAttempts()) {
      return new Exhausted("all %d attempts were used".formatted(policy.maxAttempts()));
    }
    if (now.budgetLeft() < RetryBudget.COST) {
      return BUDGET_EMPTY;
    }
    return waitFor(now.failures(), RetryBudget.COST, policy, now);
  }

  /**
   * A wait leaves time for the attempt after it. Between ever shorter waits before the deadline,
   * contention would be met without end.
   */
  private RetryDecision waitFor(int step, int cost, RetryPolicy policy, RetrySituation now) {
    Duration longest = now.timeLeft().minus(policy.baseDelay());
    Duration asked = now.failure().retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(longest) > 0 && !asked.isZero()) {
      return new Exhausted("the service asks to wait longer than the call's deadline allows");
    }
    Duration needed = step == NO_STEP ? Duration.ZERO : policy.baseDelay();
    if (longest.compareTo(needed) < 0) {
      return new Exhausted("the call's deadline is too near for another attempt");
    }
    Duration most = step == NO_STEP ? Duration.ZERO : shorter(longest, step(policy, step));
    Duration chosen = Duration.ofNanos((long) (most.toNanos() * jitter.getAsDouble()));
    return new Retry(asked.compareTo(chosen) > 0 ? asked : chosen, cost);
  }

  private static Duration step(RetryPolicy policy, int step) {
    long factor = 1L << Math.min(step - 1, LARGEST_EXPONENT);
    boolean beyond = policy.baseDelay().compareTo(policy.maxDelay().dividedBy(factor)) > 0;
    return beyond ? policy.maxDelay() : policy.baseDelay().multipliedBy(factor);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
