package dev.roster;

import dev.roster.internal.text.ReadableTime;
import java.time.Duration;
import java.util.Objects;

/** Range checks whose messages name the field and the rule. */
final class Ranges {

  private Ranges() {}

  static Duration positive(Duration time, String name) {
    Objects.requireNonNull(time, () -> name + " must not be null");
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException(
          name + " must be positive, but is " + ReadableTime.of(time));
    }
    return time;
  }

  static int pageSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("page size must be 1 or more, but is " + size);
    }
    return size;
  }

  static long limit(long items) {
    if (items < 1) {
      throw new IllegalArgumentException("limit must be positive, but is " + items);
    }
    return items;
  }

  static double rate(double perSecond) {
    if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
      throw new IllegalArgumentException(
          "maxCallsPerSecond must be positive and finite, but is " + perSecond);
    }
    return perSecond;
  }

  static Duration notNegative(Duration time, String name) {
    if (Objects.requireNonNull(time, name + " must not be null").isNegative()) {
      throw new IllegalArgumentException(
          name + " must not be negative, but is " + ReadableTime.of(time));
    }
    return time;
  }
}
