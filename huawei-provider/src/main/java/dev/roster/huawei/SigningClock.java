package dev.roster.huawei;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time as the service sees it, as far as it has said. Thread-safe. */
final class SigningClock {

  private final Clock clock;
  private volatile Duration offset = Duration.ZERO;

  SigningClock(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().plus(offset);
  }

  Instant localTime() {
    return clock.instant();
  }

  void correctTo(Instant serverTime) {
    offset = Duration.between(clock.instant(), serverTime);
  }
}
