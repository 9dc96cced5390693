package dev.roster;

import dev.roster.internal.argument.OpaqueText;
import dev.roster.internal.argument.Ranges;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one call does differently from its client. Immutable; starts from {@link #defaults()}.
 *
 * <p>For a listing, the times hold for each page: a page is a call of its own.
 */
public final class CallOptions {

  private static final CallOptions DEFAULTS = new CallOptions(new Values());

  private final Values values;

  private CallOptions(Values values) {
    this.values = values;
  }

  /** What options say. Changed only while no options hold the copy yet. */
  private static final class Values implements Cloneable {
    private @Nullable Duration deadline;
    private @Nullable Duration attemptTimeout;
    private @Nullable Duration settlingTime;
    private @Nullable Integer pageSize;
    private @Nullable RetryPolicy retryPolicy;
    private CallPriority priority = CallPriority.INTERACTIVE;
    private Map<String, String> correlationIds = Map.of();

    private Values copy() {
      try {
        return (Values) clone();
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  private CallOptions with(Consumer<Values> change) {
    Values changed = values.copy();
    change.accept(changed);
    return new CallOptions(changed);
  }

  /**
   * Options that leave everything to the client.
   *
   * @return a shared instance
   */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /**
   * These options with a time for the whole call, waits and attempts included.
   *
   * @param time positive
   * @return new options
   * @throws IllegalArgumentException if the time is not positive
   */
  public CallOptions withDeadline(Duration time) {
    Ranges.positive(time, "deadline");
    return with(options -> options.deadline = time);
  }

  /**
   * These options with a time for one attempt. What is left of the deadline cuts it.
   *
   * @param time positive
   * @return new options
   * @throws IllegalArgumentException if the time is not positive
   */
  public CallOptions withAttemptTimeout(Duration time) {
    Ranges.positive(time, "attemptTimeout");
    return with(options -> options.attemptTimeout = time);
  }

  /**
   * These options with a time for settling reads. A write whose response was lost, or that the
   * service refused with a conflict that it does not explain, is followed by reads until one shows
   * what became of it, this time has passed or the deadline is there. Each read is an attempt: it
   * waits its turn at the rate limiter, and counts in {@link RosterException#attempts()}, but not
   * against the retry policy's limit. There are at most twelve. Where no write of the call may have
   * been applied, a throttled read is made again until the deadline, and does not count.
   *
   * @param time zero or more; zero means one read. Longer than reads can lag behind writes
   * @return new options
   * @throws IllegalArgumentException if the time is negative
   */
  public CallOptions withSettlingTime(Duration time) {
    Ranges.notNegative(time, "settlingTime");
    return with(options -> options.settlingTime = time);
  }

  /**
   * These options with a page size, for listings.
   *
   * @param size 1 or more; one that is larger than the service takes is cut to what it takes
   * @return new options
   * @throws IllegalArgumentException if the size is out of range
   */
  public CallOptions withPageSize(int size) {
    Ranges.pageSize(size);
    return with(options -> options.pageSize = size);
  }

  /**
   * These options with a retry policy.
   *
   * @param policy how the call waits and retries
   * @return new options
   */
  public CallOptions withRetryPolicy(RetryPolicy policy) {
    Objects.requireNonNull(policy, "retry policy must not be null");
    return with(options -> options.retryPolicy = policy);
  }

  /**
   * These options with a priority, for when calls have to wait at the client's {@link RateLimiter}.
   *
   * @param callPriority {@link CallPriority#INTERACTIVE} unless set
   * @return new options
   */
  public CallOptions withPriority(CallPriority callPriority) {
    Objects.requireNonNull(callPriority, "priority must not be null");
    return with(options -> options.priority = callPriority);
  }

  /**
   * These options with one more id that log lines and events of the call carry. Nothing of it goes
   * over the wire.
   *
   * @param name for example {@code "ticket"}
   * @param value the application's id; not a secret
   * @return new options
   * @throws IllegalArgumentException if the name or value is blank, has control characters or more
   *     than 2,048 characters
   */
  public CallOptions withCorrelationId(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values.correlationIds);
    more.put(
        OpaqueText.checked(name, "correlation name", OpaqueText.MAX_ID_LENGTH),
        OpaqueText.checked(value, "correlation id", OpaqueText.MAX_ID_LENGTH));
    return with(options -> options.correlationIds = Collections.unmodifiableMap(more));
  }

  /**
   * The time for the whole call.
   *
   * @return empty where the client's counts
   */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(values.deadline);
  }

  /**
   * The time for one attempt.
   *
   * @return empty where the client's counts
   */
  public Optional<Duration> attemptTimeout() {
    return Optional.ofNullable(values.attemptTimeout);
  }

  /**
   * The time for reads after a write whose outcome is not known.
   *
   * @return empty where the client's counts
   */
  public Optional<Duration> settlingTime() {
    return Optional.ofNullable(values.settlingTime);
  }

  /**
   * The page size of a listing.
   *
   * @return empty where the largest page that the service takes counts
   */
  public Optional<Integer> pageSize() {
    return Optional.ofNullable(values.pageSize);
  }

  /**
   * The retry policy.
   *
   * @return empty where the client's counts
   */
  public Optional<RetryPolicy> retryPolicy() {
    return Optional.ofNullable(values.retryPolicy);
  }

  /**
   * The priority at the client's rate limiter.
   *
   * @return the priority
   */
  public CallPriority priority() {
    return values.priority;
  }

  /**
   * The ids for log correlation.
   *
   * @return an unmodifiable map in the order of adding, possibly empty
   */
  public Map<String, String> correlationIds() {
    return values.correlationIds;
  }

  @Override
  public String toString() {
    return ("CallOptions[deadline=%s, attemptTimeout=%s, settlingTime=%s, pageSize=%s,"
            + " retryPolicy=%s, priority=%s, ids=%s]")
        .formatted(
            values.deadline,
            values.attemptTimeout,
            values.settlingTime,
            values.pageSize,
            values.retryPolicy,
            values.priority,
            values.correlationIds);
  }
}
