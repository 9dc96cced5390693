package dev.roster;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one call does differently from its client. Immutable; starts from {@link #defaults()}.
 *
 * <p>For a listing, the times hold for each page: a page is a call of its own.
 */
public final class CallOptions {

  private static final CallOptions DEFAULTS =
      new CallOptions(null, null, null, null, CallPriority.INTERACTIVE, Map.of());

  private final @Nullable Duration deadline;
  private final @Nullable Duration attemptTimeout;
  private final @Nullable Integer pageSize;
  private final @Nullable RetryPolicy retryPolicy;
  private final CallPriority priority;
  private final Map<String, String> correlationIds;

  private CallOptions(
      @Nullable Duration deadline,
      @Nullable Duration attemptTimeout,
      @Nullable Integer pageSize,
      @Nullable RetryPolicy retryPolicy,
      CallPriority priority,
      Map<String, String> correlationIds) {
    this.deadline = deadline;
    this.attemptTimeout = attemptTimeout;
    this.pageSize = pageSize;
    this.retryPolicy = retryPolicy;
    this.priority = priority;
    this.correlationIds = correlationIds;
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
    return new CallOptions(
        Ranges.positive(time, "deadline"),
        attemptTimeout,
        pageSize,
        retryPolicy,
        priority,
        correlationIds);
  }

  /**
   * These options with a time for one attempt. What is left of the deadline cuts it.
   *
   * @param time positive
   * @return new options
   * @throws IllegalArgumentException if the time is not positive
   */
  public CallOptions withAttemptTimeout(Duration time) {
    return new CallOptions(
        deadline,
        Ranges.positive(time, "attemptTimeout"),
        pageSize,
        retryPolicy,
        priority,
        correlationIds);
  }

  /**
   * These options with a page size, for listings.
   *
   * @param size 1 to {@link Pager#MAX_PAGE_SIZE}
   * @return new options
   * @throws IllegalArgumentException if the size is out of range
   */
  public CallOptions withPageSize(int size) {
    return new CallOptions(
        deadline, attemptTimeout, Ranges.pageSize(size), retryPolicy, priority, correlationIds);
  }

  /**
   * These options with a retry policy.
   *
   * @param policy how the call waits and repeats
   * @return new options
   */
  public CallOptions withRetryPolicy(RetryPolicy policy) {
    return new CallOptions(
        deadline,
        attemptTimeout,
        pageSize,
        Objects.requireNonNull(policy, "retry policy must not be null"),
        priority,
        correlationIds);
  }

  /**
   * These options with a priority, for when calls have to wait at the client's {@link RateLimiter}.
   *
   * @param callPriority {@link CallPriority#INTERACTIVE} unless set
   * @return new options
   */
  public CallOptions withPriority(CallPriority callPriority) {
    return new CallOptions(
        deadline,
        attemptTimeout,
        pageSize,
        retryPolicy,
        Objects.requireNonNull(callPriority, "priority must not be null"),
        correlationIds);
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
    Map<String, String> more = new LinkedHashMap<>(correlationIds);
    more.put(
        OpaqueText.checked(name, "correlation name", OpaqueText.MAX_ID_LENGTH),
        OpaqueText.checked(value, "correlation id", OpaqueText.MAX_ID_LENGTH));
    return new CallOptions(
        deadline,
        attemptTimeout,
        pageSize,
        retryPolicy,
        priority,
        Collections.unmodifiableMap(more));
  }

  /**
   * The time for the whole call.
   *
   * @return empty where the client's counts
   */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  /**
   * The time for one attempt.
   *
   * @return empty where the client's counts
   */
  public Optional<Duration> attemptTimeout() {
    return Optional.ofNullable(attemptTimeout);
  }

  /**
   * The page size of a listing.
   *
   * @return empty where {@link Pager#MAX_PAGE_SIZE} counts
   */
  public Optional<Integer> pageSize() {
    return Optional.ofNullable(pageSize);
  }

  /**
   * The retry policy.
   *
   * @return empty where the client's counts
   */
  public Optional<RetryPolicy> retryPolicy() {
    return Optional.ofNullable(retryPolicy);
  }

  /**
   * The priority at the client's rate limiter.
   *
   * @return the priority
   */
  public CallPriority priority() {
    return priority;
  }

  /**
   * The ids for log correlation.
   *
   * @return an unmodifiable map in the order of adding, possibly empty
   */
  public Map<String, String> correlationIds() {
    return correlationIds;
  }

  @Override
  public String toString() {
    return "CallOptions[deadline=%s, attemptTimeout=%s, pageSize=%s, retryPolicy=%s, priority=%s, ids=%s]"
        .formatted(deadline, attemptTimeout, pageSize, retryPolicy, priority, correlationIds);
  }
}
