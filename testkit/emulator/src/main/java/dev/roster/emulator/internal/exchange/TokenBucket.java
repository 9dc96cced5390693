package dev.roster.emulator.internal.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets requests through at a rate, and a burst of them after a rest. Thread-safe. */
final class TokenBucket {

  private static final double NANOS_PER_SECOND = 1e9;

  private final double rate;
  private final int burst;
  private final InstantSource clock;
  private double tokens;
  private Instant filledAt;

  TokenBucket(double ratePerSecond, int burst, InstantSource clock) {
    this.rate = ratePerSecond;
    this.burst = burst;
    this.clock = clock;
    this.tokens = burst;
    this.filledAt = clock.instant();
  }

  /**
   * Takes a token.
   *
   * @return zero where there was one; else the time until there is one
   */
  synchronized Duration take() {
    fill();
    if (tokens >= 1) {
      tokens--;
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.ceil((1 - tokens) / rate * NANOS_PER_SECOND));
  }

  /** A clock that is turned back fills nothing, and takes nothing away. */
  private void fill() {
    Instant now = clock.instant();
    double seconds = Duration.between(filledAt, now).toNanos() / NANOS_PER_SECOND;
    tokens = Math.min(burst, tokens + Math.max(0, seconds) * rate);
    filledAt = now;
  }
}
