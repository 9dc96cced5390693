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

  private Fault(FaultKind kind, @Nullable Duration retryAfter) {
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /**
   * A fault in which the service does not say when to come back.
   *
   * @param kind what goes wrong
   * @return a fault
   */
  public static Fault of(FaultKind kind) {
    return new Fault(Objects.requireNonNull(kind, "kind must not be null"), null);
  }

  /**
   * The service asks to slow down and does not say for how long.
   *
   * @return a fault
   */
  public static Fault throttle() {
    return of(FaultKind.THROTTLE);
  }

  /**
   * The service asks to slow down and says for how long.
   *
   * @param retryAfter the time, zero or more; wire protocols carry whole seconds
   * @return a fault
   * @throws IllegalArgumentException if the time is negative
   */
  public static Fault throttle(Duration retryAfter) {
    return new Fault(FaultKind.THROTTLE, notNegative(retryAfter));
  }

  /**
   * The service says that it failed, applied nothing, and says when to come back.
   *
   * @param retryAfter the time, zero or more; wire protocols carry whole seconds
   * @return a fault
   * @throws IllegalArgumentException if the time is negative
   */
  public static Fault fail(Duration retryAfter) {
    return new Fault(FaultKind.FAIL, notNegative(retryAfter));
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fault that
        && kind == that.kind
        && Objects.equals(retryAfter, that.retryAfter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, retryAfter);
  }

  @Override
  public String toString() {
    return retryAfter == null ? kind.name() : kind + " (retry after " + retryAfter + ")";
  }

  private static Duration notNegative(Duration time) {
    Objects.requireNonNull(time, "retry-after must not be null");
    if (time.isNegative()) {
      throw new IllegalArgumentException("retry-after must not be negative, but is " + time);
    }
    return time;
  }
}
