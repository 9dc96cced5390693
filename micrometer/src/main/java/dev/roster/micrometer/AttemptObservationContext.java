package dev.roster.micrometer;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an attempt. Its key values become keys of meters and spans; see {@link
 * AttemptObservationConvention}. Written by the thread of the call.
 */
public final class AttemptObservationContext extends SortedContext {

  private final String clientName;
  private final AttemptInfo attempt;
  private final Duration waited;
  private @Nullable AttemptResult result;

  /**
   * An attempt that has begun; tests of conventions make them too.
   *
   * @param clientName the name that the listener has for its client
   * @param attempt the attempt
   * @param waited how long it waited for its turn at the rate limiter; zero where it did not
   */
  public AttemptObservationContext(String clientName, AttemptInfo attempt, Duration waited) {
    this.clientName = Objects.requireNonNull(clientName, "client name must not be null");
    this.attempt = Objects.requireNonNull(attempt, "attempt must not be null");
    this.waited = Objects.requireNonNull(waited, "waited must not be null");
  }

  void ended(AttemptResult how) {
    result = how;
  }

  /**
   * The name that the listener has for its client.
   *
   * @return {@code default} unless set
   */
  public String clientName() {
    return clientName;
  }

  /**
   * The attempt, without the group and the member that its call is about.
   *
   * @return never null
   */
  public AttemptInfo attempt() {
    return attempt;
  }

  /**
   * How long it waited for its turn at the rate limiter.
   *
   * @return zero where it did not
   */
  public Duration waited() {
    return waited;
  }

  /**
   * How it ended.
   *
   * @return empty until it has
   */
  public Optional<AttemptResult> result() {
    return Optional.ofNullable(result);
  }
}
