package dev.roster.cli.options;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 30s}, {@code 5m}, {@code 24h}, {@code 7d} or {@code PT30S}. */
public final class DurationConverter implements ITypeConverter<Duration> {

  /** Longer than any wait, and short enough to be added to any time. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  @Override
  public Duration convert(String value) {
    Duration time = parsed(value.toLowerCase(Locale.ROOT));
    if (time.isZero() || time.isNegative()) {
      throw new TypeConversionException("must be more than nothing");
    }
    if (time.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("must be at most %dd".formatted(LONGEST.toDays()));
    }
    return time;
  }

  private static Duration parsed(String value) {
    Matcher number = SHORT.matcher(value);
    try {
      return number.matches()
          ? of(Long.parseLong(number.group(1)), number.group(2))
          : Duration.parse(value);
    } catch (DateTimeParseException malformed) {
      throw new TypeConversionException("must be a time such as 30s, 5m or 24h");
    }
  }

  private static Duration of(long count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
