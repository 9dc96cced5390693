package dev.roster.internal.text;

import java.time.Duration;

/** Times as people read them. */
public final class ReadableTime {

  private static final long SECONDS_WITH_TENTHS = 10;

  private ReadableTime() {}

  /**
   * A time in words.
   *
   * @param time any time
   * @return for example {@code 850 ms}, {@code 4.2 s}, {@code 57 s}, {@code 1 h 22 min 57 s}; a
   *     minus sign before it where it is negative
   */
  public static String of(Duration time) {
    return time.isNegative() ? "-" + ofPositive(size(time)) : ofPositive(time);
  }

  /** The longest negative time has no positive one of its size. */
  private static Duration size(Duration negative) {
    return negative.toSeconds() == Long.MIN_VALUE
        ? Duration.ofSeconds(Long.MAX_VALUE)
        : negative.abs();
  }

  private static String ofPositive(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return time.toMillis() + " ms";
    }
    boolean isShort = time.toSeconds() < SECONDS_WITH_TENTHS && time.toMillisPart() >= 100;
    return isShort
        ? "%d.%d s".formatted(time.toSeconds(), time.toMillisPart() / 100)
        : inWholeSeconds(time);
  }

  private static String inWholeSeconds(Duration time) {
    StringBuilder text = new StringBuilder();
    append(text, time.toHours(), "h");
    append(text, time.toMinutesPart(), "min");
    append(text, time.toSecondsPart(), "s");
    return text.toString();
  }

  private static void append(StringBuilder text, long number, String unit) {
    if (number > 0) {
      text.append(text.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
    }
  }
}
