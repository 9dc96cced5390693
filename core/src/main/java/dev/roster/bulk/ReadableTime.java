package dev.roster.bulk;

import java.time.Duration;

/** Times as people read them. */
final class ReadableTime {

  private static final long SECONDS_WITH_TENTHS = 10;

  private ReadableTime() {}

  /** For example {@code 850 ms}, {@code 4.2 s}, {@code 57 s}, {@code 1 h 22 min 57 s}. */
  static String of(Duration time) {
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
