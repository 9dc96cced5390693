package dev.roster.internal;

import java.time.Duration;

/** Evenly spaced turns at a set rate, with no credit for idle time. */
final class FixedRatePacer implements Pacer {

  private final long intervalNanos;
  private boolean used;
  private long nextTurnNanos;

  FixedRatePacer(double turnsPerSecond) {
    this.intervalNanos = Math.max(1, Math.round(1e9 / turnsPerSecond));
  }

  @Override
  public synchronized Duration takeTurn(long nowNanos, Duration atMost) {
    long wait = used ? Math.max(0, nextTurnNanos - nowNanos) : 0;
    Duration result = Duration.ofNanos(wait);
    if (result.compareTo(atMost) <= 0) {
      used = true;
      nextTurnNanos = nowNanos + wait + intervalNanos;
    }
    return result;
  }
}
