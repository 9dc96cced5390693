package dev.roster.internal;

import java.util.function.LongToDoubleFunction;

/** A token bucket, as services throttle by, over virtual nanoseconds. */
final class SimulatedService {

  private static final double NANOS = 1e9;

  private final LongToDoubleFunction rate;
  private final double burst;
  private final boolean refilledPerSecond;
  private double tokens;
  private long last;

  private SimulatedService(LongToDoubleFunction rate, double burst, boolean refilledPerSecond) {
    this.rate = rate;
    this.burst = burst;
    this.refilledPerSecond = refilledPerSecond;
    this.tokens = burst;
  }

  static SimulatedService refilledContinuously(double rate, double burst) {
    return new SimulatedService(now -> rate, burst, false);
  }

  static SimulatedService refilledPerSecond(double rate, double burst) {
    return new SimulatedService(now -> rate, burst, true);
  }

  static SimulatedService changing(LongToDoubleFunction rate, double burst) {
    return new SimulatedService(rate, burst, false);
  }

  double burst() {
    return burst;
  }

  /** What could be accepted up to a time, if everything were asked for at the right moment. */
  double allowedUntil(long nanos) {
    double allowed = burst;
    long step = 1_000_000;
    for (long at = 0; at < nanos; at += step) {
      allowed += rate.applyAsDouble(at) * step / NANOS;
    }
    return allowed;
  }

  boolean accepts(long now) {
    refill(now);
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  private void refill(long now) {
    long until = refilledPerSecond ? now - now % (long) NANOS : now;
    double seconds = (until - last) / NANOS;
    last = until;
    double most = refilledPerSecond ? Math.max(burst, rate.applyAsDouble(now)) : burst;
    tokens = Math.min(most, tokens + rate.applyAsDouble(now) * seconds);
  }
}
