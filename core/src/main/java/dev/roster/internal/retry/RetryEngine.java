package dev.roster.internal.retry;

import dev.roster.Operation;
import dev.roster.RetryPolicy;
import dev.roster.internal.retry.RetryDecision.Exhausted;
import dev.roster.internal.retry.RetryDecision.Final;
import dev.roster.internal.retry.RetryDecision.Retry;
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

  private static final RetryDecision BUDGET_EMPTY =
      new Exhausted("the client's retry budget is empty: too many of its calls fail");

  /**
   * After so many throttled responses in a row a request begins to back off by itself; before, the
   * client's rate limiter spaces its attempts, and a wait of its own would only lose its place.
   */
  static final int PACED_RETRIES = 3;

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
    return switch (now.failure().code()) {
      case THROTTLED -> afterThrottling(policy, now);
      case CONFLICT -> isSettledByReading(now) ? new Final() : afterFailure(policy, now);
      case CONCURRENT_MODIFICATION -> waitFor(policy.baseDelay(), now.failures(), 0, policy, now);
      case UNAVAILABLE, TIMEOUT, INVALID_RESPONSE -> afterFailure(policy, now);
      case CLOCK_SKEW -> now.clockCorrections() == 0 ? new Retry(Duration.ZERO, 0) : new Final();
      default -> new Final();
    };
  }

  /** A conflict that may mean "already a member" is looked into, and not created again. */
  private static boolean isSettledByReading(RetrySituation now) {
    return now.operation() == Operation.CREATE_MEMBERSHIP
        || now.operation() == Operation.ADD_MEMBERS;
  }

  private RetryDecision afterThrottling(RetryPolicy policy, RetrySituation now) {
    int step = now.throttled() - PACED_RETRIES;
    return waitFor(policy.throttlingBaseDelay(), step, 0, policy, now);
  }

  private RetryDecision afterFailure(RetryPolicy policy, RetrySituation now) {
    if (now.failures() >= policy.maxAttempts()) {
      return new Exhausted("all %d attempts were used".formatted(policy.maxAttempts()));
    }
    if (now.budgetLeft() < RetryBudget.COST) {
      return BUDGET_EMPTY;
    }
    return waitFor(policy.baseDelay(), now.failures(), RetryBudget.COST, policy, now);
  }

  private RetryDecision waitFor(
      Duration base, int step, int cost, RetryPolicy policy, RetrySituation now) {
    Duration asked = now.failure().retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(now.timeLeft()) >= 0 && !asked.isZero()) {
      return new Exhausted("the service asks to wait longer than the call's deadline allows");
    }
    if (now.timeLeft().compareTo(base) < 0) {
      return new Exhausted("the call's deadline is too near for another attempt");
    }
    Duration longest =
        step < 1 ? Duration.ZERO : shorter(now.timeLeft(), step(base, step, policy.maxDelay()));
    Duration chosen = Duration.ofNanos((long) (longest.toNanos() * jitter.getAsDouble()));
    return new Retry(asked.compareTo(chosen) > 0 ? asked : chosen, cost);
  }

  private static Duration step(Duration base, int step, Duration longest) {
    long factor = 1L << Math.min(step - 1, LARGEST_EXPONENT);
    boolean beyond = base.compareTo(longest.dividedBy(factor)) > 0;
    return beyond ? longest : base.multipliedBy(factor);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
