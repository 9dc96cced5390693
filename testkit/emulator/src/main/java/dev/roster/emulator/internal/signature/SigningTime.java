package dev.roster.emulator.internal.signature;

import dev.roster.emulator.internal.signature.SignatureRejectedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The time that a request says it was signed at, and the window in which it is accepted. */
final class SigningTime {

  static final Duration TOLERANCE = Duration.ofMinutes(15);

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private SigningTime() {}

  static void check(String text, InstantSource clock) throws SignatureRejectedException {
    Instant signed = parse(text);
    Instant now = clock.instant();
    if (Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0) {
      throw new SignatureRejectedException(
          Reason.OUT_OF_TIME,
          "Signature expired: signed at %s, which is too far from %s"
              .formatted(text, BASIC.format(now)));
    }
  }

  private static Instant parse(String text) throws SignatureRejectedException {
    try {
      return LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException malformed) {
      throw new SignatureRejectedException(
          Reason.MALFORMED, "the time of signing must look like 20240102T030405Z");
    }
  }
}
