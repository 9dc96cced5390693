package dev.roster;

import dev.roster.internal.argument.Ranges;
import dev.roster.internal.pacing.Limiter;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Gives attempts their turns, so that a service that permits a number of calls per second is used
 * as fully as it permits and asked hardly ever for more.
 *
 * <p>Every client has one; it is adaptive, and nothing needs to be set. It learns the permitted
 * rate from throttled responses. As long as nothing is throttled it holds no call back, but for the
 * first of a new client, of which two may be under way at the same time and a few more each second,
 * ever more of them: some milliseconds in all where responses are fast, one or two seconds for a
 * hundred at once where each takes a fifth of a second. It knows nothing of other processes; those
 * that use the same account settle at about equal shares by themselves. A ceiling, where one is
 * set, holds in every state.
 *
 * <p>When calls have to wait, they get their turns in the order in which they began, {@link
 * CallPriority#INTERACTIVE interactive} ones before {@link CallPriority#BULK bulk} work. A call
 * that was throttled keeps its place.
 *
 * <p>Clients of one account in one process share a limit, and should share a limiter: {@link
 * RosterClientBuilder#rateLimiter}. Thread-safe.
 */
public final class RateLimiter {

  private final Limiter limiter;

  RateLimiter(Limiter limiter) {
    this.limiter = limiter;
  }

  /**
   * A limiter that learns the permitted rate from the service.
   *
   * @return a new limiter, for one client or several of the same account
   */
  public static RateLimiter adaptive() {
    return new RateLimiter(new Limiter(Double.POSITIVE_INFINITY));
  }

  /**
   * A limiter that learns, and never goes beyond a known limit: up to it, calls are evenly spaced
   * from the start.
   *
   * @param ceiling the highest rate in calls per second; positive and finite
   * @return a new limiter, for one client or several of the same account
   * @throws IllegalArgumentException if the ceiling is not positive and finite
   */
  public static RateLimiter adaptive(double ceiling) {
    return new RateLimiter(new Limiter(Ranges.rate(ceiling)));
  }

  /**
   * The rate at which calls get their turns at this moment, for metrics. {@link
   * RosterClient#rateLimiter} gives the limiter of a client.
   *
   * @return calls per second; empty while nothing limits them
   */
  public OptionalDouble callsPerSecond() {
    return limiter.callsPerSecond();
  }

  /** The inner limiter, for a client that waits by a clock. */
  Limiter limiter(TimeSource clock) {
    return limiter.waitingBy(clock);
  }

  /** Whether both are the same limiter: a client gives a new view of it each time. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RateLimiter that && limiter == that.limiter;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(limiter);
  }

  @Override
  public String toString() {
    OptionalDouble rate = callsPerSecond();
    return rate.isPresent()
        ? "RateLimiter[%.1f calls per second]".formatted(rate.getAsDouble())
        : "RateLimiter[unlimited]";
  }
}
