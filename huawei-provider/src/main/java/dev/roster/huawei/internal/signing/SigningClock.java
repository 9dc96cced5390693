package dev.roster.huawei.internal.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time as the service sees it, as far as it has said. Thread-safe. */
public final class SigningClock {

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final Clock clock;
  private volatile Duration offset = Duration.ZERO;

  public SigningClock(Clock clock) {
    this.clock = clock;
  }

  /** Whether the signature's form of a date has room for a time: four digits for its year. */
  public static boolean canBeSigned(Instant time) {
    return !time.isBefore(FIRST) && time.isBefore(END);
  }

  public Instant now() {
    return clock.instant().plus(offset);
  }

  /** A time that cannot be signed is not taken over. */
  public void correctTo(Instant serverTime) {
    if (!canBeSigned(serverTime)) {
      return;
    }
    offset = Duration.between(clock.instant(), serverTime);
  }
}
