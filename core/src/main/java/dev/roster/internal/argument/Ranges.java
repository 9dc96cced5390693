package dev.roster.internal.argument;

import dev.roster.internal.text.ReadableTime;
import java.time.Duration;
import java.util.Objects;

/** Range checks whose messages name the field and the rule. */
public final class Ranges {

  private Ranges() {}

  /**
   * Checks a time.
   *
   * @param time the time
   * @param name what it is, for the message
   * @return the time
   * @throws IllegalArgumentException if it is not positive
   */
  public static Duration positive(Duration time, String name) {
    Objects.requireNonNull(time, () -> name + " must not be null");
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException(
          name + " must be positive, but is " + ReadableTime.of(time));
    }
    return time;
  }

  /**
   * Checks the size of a page.
   *
   * @param size the size
   * @return the size
   * @throws IllegalArgumentException if it is less than 1
   */
  public static int pageSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("page size must be 1 or more, but is " + size);
    }
    return size;
  }

  /**
   * Checks a number of items.
   *
   * @param items the number
   * @return the number
   * @throws IllegalArgumentException if it is not positive
   */
  public static long limit(long items) {
    if (items < 1) {
      throw new IllegalArgumentException("limit must be positive, but is " + items);
    }
    return items;
  }

  /**
   * Checks a rate.
   *
   * @param perSecond calls per second
   * @return the rate
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public static double rate(double perSecond) {
    if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
      throw new IllegalArgumentException(
          "maxCallsPerSecond must be positive and finite, but is " + perSecond);
    }
    return perSecond;
  }

  /**
   * Checks a time.
   *
   * @param time the time
   * @param name what it is, for the message
   * @return the time
   * @throws IllegalArgumentException if it is negative
   */
  public static Duration notNegative(Duration time, String name) {
    if (Objects.requireNonNull(time, name + " must not be null").isNegative()) {
      throw new IllegalArgumentException(
          name + " must not be negative, but is " + ReadableTime.of(time));
    }
    return time;
  }
}
