package dev.roster.memory;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong with one request, the same for the in-memory driver and for servers
 * that speak a wire protocol over the same state. Immutable.
 */
public final class Fault {

  private final FaultKind kind;
  private final @Nullable Duration retryAfter;
  private final @Nullable Duration delay;

  private Fault(FaultKind kind, @Nullable Duration retryAfter, @Nullable Duration delay) {
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.delay = delay;
  }

  /**
   * A fault in which the service does not say when to come back.
   *
   * @param kind what goes wrong
   * @return a fault
   */
  public static Fault of(FaultKind kind) {
    return new Fault(Objects.requireNonNull(kind, "kind must not be null"), null, null);
  }

  /**
   * The service asks to slow down and does not say for how long.
   *
   * @return a fault
   */
  public static Fault throttle() {
    return of(FaultKind.THROTTLED);
  }

  /**
   * The service asks to slow down and says for how long.
   *
   * @param retryAfter the time, zero or more; wire protocols carry whole seconds
   * @return a fault
   * @throws IllegalArgumentException if the time is negative
   */
  public static Fault throttle(Duration retryAfter) {
    return new Fault(FaultKind.THROTTLED, notNegative("retry-after", retryAfter), null);
  }

  /**
   * The service says that it failed, applied nothing, and says when to come back.
   *
   * @param retryAfter the time, zero or more; wire protocols carry whole seconds
   * @return a fault
   * @throws IllegalArgumentException if the time is negative
   */
  public static Fault fail(Duration retryAfter) {
    return new Fault(FaultKind.SERVER_ERROR, notNegative("retry-after", retryAfter), null);
  }

  /**
   * The request is applied and its response comes late: {@link FaultKind#RESPONSE_DELAYED} with an
   * end.
   *
   * @param delay how late at the most, in true time; zero or more
   * @return a fault
   * @throws IllegalArgumentException if the time is negative
   */
  public static Fault delay(Duration delay) {
    return new Fault(FaultKind.RESPONSE_DELAYED, null, notNegative("delay", delay));
  }

  /**
   * What goes wrong.
   *
   * @return never null
   */
  public FaultKind kind() {
    return kind;
  }

  /**
   * When the service says to come back.
   *
   * @return empty where it does not say
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * When a held response is released without a call of {@link FaultScript#release()}.
   *
   * @return empty where it is held until then
   */
  public Optional<Duration> delay() {
    return Optional.ofNullable(delay);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fault that
        && kind == that.kind
        && Objects.equals(retryAfter, that.retryAfter)
        && Objects.equals(delay, that.delay);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, retryAfter, delay);
  }

  @Override
  public String toString() {
    String wait = retryAfter == null ? "" : " (retry after " + retryAfter + ")";
    return kind + wait + (delay == null ? "" : " (for " + delay + ")");
  }

  private static Duration notNegative(String name, Duration time) {
    Objects.requireNonNull(time, () -> name + " must not be null");
    if (time.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + time);
    }
    return time;
  }
}
