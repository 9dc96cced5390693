package dev.roster.huawei.internal.errors;

import dev.roster.huawei.internal.http.RetryAfterShelter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long the service asks to wait: a number of seconds or a date in a header, or in the body. */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  private RetryAfter() {}

  static @Nullable Duration read(Headers headers, @Nullable String inBody, Instant now) {
    String header = headers.get(RetryAfterShelter.SHELTERED);
    Duration seconds = seconds(header);
    if (seconds != null) {
      return seconds;
    }
    Instant date = headers.getInstant(RetryAfterShelter.SHELTERED);
    return date == null ? seconds(inBody) : until(date, headers.getInstant("Date"), now);
  }

  private static @Nullable Duration seconds(@Nullable String text) {
    return text != null && SECONDS.matcher(text.strip()).matches()
        ? Duration.ofMillis(new BigDecimal(text.strip()).movePointRight(3).longValue())
        : null;
  }

  /** Both dates by the service's own clock where it tells that, so that ours need not be right. */
  private static Duration until(Instant date, @Nullable Instant serverTime, Instant now) {
    Duration wait = Duration.between(serverTime == null ? now : serverTime, date);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
