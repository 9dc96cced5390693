package dev.roster.huawei.internal.errors;

import dev.roster.huawei.internal.signing.SigningClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A response that finds the signature too old or too new, and the service's time in it. Skew is
 * what the service says is skew: neither this machine's clock nor another refusal's date counts.
 */
public final class ClockSkew {

  private static final Pattern EXPIRED =
      Pattern.compile("signature\\s+(has\\s+|is\\s+)?expired", Pattern.CASE_INSENSITIVE);
  private static final Pattern SERVER_TIME =
      Pattern.compile("server\\s*time:\\s*(\\d{8}T\\d{6})Z", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private ClockSkew() {}

  public static boolean isIn(ErrorResponse response) {
    String words = response.body().message();
    return response.status() == 401
        && response.isTheServices()
        && words != null
        && EXPIRED.matcher(words).find();
  }

  /** The service's time by the header {@code Date}, else as its words quote it, else null. */
  public static @Nullable Instant serverTime(ErrorResponse response) {
    Instant header = response.headers().getInstant("Date");
    return header != null && SigningClock.canBeSigned(header)
        ? header
        : quoted(response.body().message());
  }

  private static @Nullable Instant quoted(@Nullable String words) {
    Matcher matcher = SERVER_TIME.matcher(words == null ? "" : words);
    try {
      return matcher.find()
          ? LocalDateTime.parse(matcher.group(1), BASIC).toInstant(ZoneOffset.UTC)
          : null;
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }
}
