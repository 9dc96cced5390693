package dev.roster;

import dev.roster.internal.argument.Ranges;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call waits and retries. Immutable.
 *
 * <p>Before retry <i>n</i> a call waits a random time between zero and {@code baseDelay * 2^(n-1)},
 * at most {@code maxDelay} ("full jitter"), and never less than what the service asks for.
 * Throttled responses have no limit of attempts and draw nothing from the client's retry budget:
 * only the deadline ends them. They are retried as soon as the client's {@link RateLimiter} gives a
 * turn.
 *
 * <p>A retry is not made where less than {@code baseDelay} would be left of the deadline: the
 * attempt would hardly end in time. The call then fails with what the last attempt came to.
 *
 * <p>Starts from {@link #defaults()}.
 */
public final class RetryPolicy {

  private static final RetryPolicy DEFAULTS =
      new RetryPolicy(4, Duration.ofMillis(100), Duration.ofSeconds(20));

  private final int maxAttempts;
  private final Duration baseDelay;
  private final Duration maxDelay;

  private RetryPolicy(int maxAttempts, Duration baseDelay, Duration maxDelay) {
    require(maxAttempts >= 1, "maxAttempts must be at least 1, but is " + maxAttempts);
    this.maxAttempts = maxAttempts;
    this.baseDelay = Ranges.positive(baseDelay, "baseDelay");
    this.maxDelay = Objects.requireNonNull(maxDelay, "maxDelay must not be null");
    require(
        maxDelay.compareTo(baseDelay) >= 0,
        "maxDelay must not be less than baseDelay, but is " + maxDelay);
  }

  /**
   * The policy of a client that sets none: four attempts, steps from 100 ms, at most 20 s. Made for
   * services that allow some 20 calls a second.
   *
   * @return a shared instance
   */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * This policy with another number of attempts.
   *
   * @param count at least 1; 1 means that only throttled responses are retried
   * @return a new policy
   */
  public RetryPolicy withMaxAttempts(int count) {
    return new RetryPolicy(count, baseDelay, maxDelay);
  }

  /**
   * This policy with another first step.
   *
   * @param base positive, not more than the longest step
   * @return a new policy
   */
  public RetryPolicy withBaseDelay(Duration base) {
    return new RetryPolicy(maxAttempts, base, maxDelay);
  }

  /**
   * This policy with another longest step.
   *
   * @param longest not less than the first
   * @return a new policy
   */
  public RetryPolicy withMaxDelay(Duration longest) {
    return new RetryPolicy(maxAttempts, baseDelay, longest);
  }

  /**
   * This policy with other steps.
   *
   * @param base the first step; positive
   * @param longest the longest step; not less than the first
   * @return a new policy
   */
  public RetryPolicy withDelays(Duration base, Duration longest) {
    return new RetryPolicy(maxAttempts, base, longest);
  }

  /**
   * The most attempts of one request that fail for reasons other than throttling, the first
   * included.
   *
   * @return at least 1
   */
  public int maxAttempts() {
    return maxAttempts;
  }

  /**
   * The first step of the back-off after such a failure, and what a wait leaves for the attempt
   * after it.
   *
   * @return positive
   */
  public Duration baseDelay() {
    return baseDelay;
  }

  /**
   * The longest step.
   *
   * @return not less than the first
   */
  public Duration maxDelay() {
    return maxDelay;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetryPolicy that
        && maxAttempts == that.maxAttempts
        && baseDelay.equals(that.baseDelay)
        && maxDelay.equals(that.maxDelay);
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxAttempts, baseDelay, maxDelay);
  }

  @Override
  public String toString() {
    return "RetryPolicy[maxAttempts=%d, baseDelay=%s, maxDelay=%s]"
        .formatted(maxAttempts, baseDelay, maxDelay);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
