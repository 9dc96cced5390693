package dev.roster;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call waits and retries. Immutable.
 *
 * <p>Before retry <i>n</i> a call waits a random time between zero and {@code base * 2^(n-1)}, at
 * most {@code maxDelay} ("full jitter"), and never less than what the service asks for. Throttled
 * responses have no limit of attempts and draw nothing from the client's retry budget: only the
 * deadline ends them. The first three in a row are retried as soon as the client's {@link
 * RateLimiter} gives a turn; from the fourth on the wait grows in the same way, from a base of its
 * own.
 *
 * <p>Starts from {@link #defaults()}.
 */
public final class RetryPolicy {

  private static final RetryPolicy DEFAULTS =
      new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(20));

  private final int maxAttempts;
  private final Duration baseDelay;
  private final Duration throttlingBaseDelay;
  private final Duration maxDelay;

  private RetryPolicy(
      int maxAttempts, Duration baseDelay, Duration throttlingBaseDelay, Duration maxDelay) {
    require(maxAttempts >= 1, "maxAttempts must be at least 1, but is " + maxAttempts);
    this.maxAttempts = maxAttempts;
    this.baseDelay = Ranges.positive(baseDelay, "baseDelay");
    this.throttlingBaseDelay = Ranges.positive(throttlingBaseDelay, "throttlingBaseDelay");
    this.maxDelay = Objects.requireNonNull(maxDelay, "maxDelay must not be null");
    require(
        maxDelay.compareTo(baseDelay) >= 0 && maxDelay.compareTo(throttlingBaseDelay) >= 0,
        "maxDelay must not be less than baseDelay and throttlingBaseDelay, but is " + maxDelay);
  }

  /**
   * The policy of a client that sets none: four attempts, steps from 100 ms, throttled ones from
   * 500 ms, at most 20 s. Made for services that allow some 20 calls a second.
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
    return new RetryPolicy(count, baseDelay, throttlingBaseDelay, maxDelay);
  }

  /**
   * This policy with other first steps.
   *
   * @param base after a failure; positive
   * @param throttlingBase after a throttled response; positive
   * @return a new policy
   */
  public RetryPolicy withBaseDelays(Duration base, Duration throttlingBase) {
    return new RetryPolicy(maxAttempts, base, throttlingBase, maxDelay);
  }

  /**
   * This policy with another longest step.
   *
   * @param longest not less than the two bases
   * @return a new policy
   */
  public RetryPolicy withMaxDelay(Duration longest) {
    return new RetryPolicy(maxAttempts, baseDelay, throttlingBaseDelay, longest);
  }

  /**
   * This policy with other steps.
   *
   * @param base the first step after a failure; positive
   * @param throttlingBase the first step after a throttled response; positive
   * @param longest the longest step; not less than the two bases
   * @return a new policy
   */
  public RetryPolicy withDelays(Duration base, Duration throttlingBase, Duration longest) {
    return new RetryPolicy(maxAttempts, base, throttlingBase, longest);
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
   * The first step of the back-off after such a failure.
   *
   * @return positive
   */
  public Duration baseDelay() {
    return baseDelay;
  }

  /**
   * The first step of the back-off after the fourth throttled response in a row.
   *
   * @return positive
   */
  public Duration throttlingBaseDelay() {
    return throttlingBaseDelay;
  }

  /**
   * The longest step.
   *
   * @return not less than the two bases
   */
  public Duration maxDelay() {
    return maxDelay;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetryPolicy that
        && maxAttempts == that.maxAttempts
        && baseDelay.equals(that.baseDelay)
        && throttlingBaseDelay.equals(that.throttlingBaseDelay)
        && maxDelay.equals(that.maxDelay);
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxAttempts, baseDelay, throttlingBaseDelay, maxDelay);
  }

  @Override
  public String toString() {
    return "RetryPolicy[maxAttempts=%d, baseDelay=%s, throttlingBaseDelay=%s, maxDelay=%s]"
        .formatted(maxAttempts, baseDelay, throttlingBaseDelay, maxDelay);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
