package dev.roster.aws.internal.errors;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpHeaders;

/** Reads the times in a response's headers; a malformed one counts as none. */
final class ResponseTimes {

  private final SdkHttpHeaders headers;
  private final Instant now;

  ResponseTimes(SdkHttpHeaders headers, Instant now) {
    this.headers = headers;
    this.now = now;
  }

  /** The Retry-After header, which is a number of seconds or a date. */
  Optional<Duration> retryAfter() {
    return headers.firstMatchingHeader("Retry-After").map(String::strip).flatMap(this::wait);
  }

  private Optional<Duration> wait(String value) {
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    return date(value).map(then -> Duration.between(serviceTime(), then));
  }

  /** The service's dates are by its own clock, and this machine's may be minutes away from it. */
  private Instant serviceTime() {
    return headers.firstMatchingHeader("Date").flatMap(ResponseTimes::date).orElse(now);
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }
}
