package dev.roster.internal.pacing;

import java.util.Random;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/** A token bucket, as services throttle by, over virtual nanoseconds. */
final class SimulatedService {

  private static final long SECOND = 1_000_000_000L;

  private final LongToDoubleFunction rate;
  private final double burst;
  private final boolean bySecond;
  private final LongPredicate out;
  private double tokens;
  private long last;

  SimulatedService(LongToDoubleFunction rate, double burst, boolean bySecond, LongPredicate out) {
    this.rate = rate;
    this.burst = burst;
    this.bySecond = bySecond;
    this.out = out;
    this.tokens = burst;
  }

  static SimulatedService of(double rate, double burst) {
    return new SimulatedService(now -> rate, burst, false, now -> false);
  }

  /** The same service, unused: for an oracle that serves the same calls. */
  SimulatedService anew() {
    return new SimulatedService(rate, burst, bySecond, out);
  }

  double burst() {
    return burst;
  }

  /** What can be accepted per second, however large the burst that comes at each second. */
  double limit(long now) {
    double perSecond = rate.applyAsDouble(now);
    return bySecond ? Math.min(perSecond, Math.max(burst, 1)) : perSecond;
  }

  /** Takes the call, unless the bucket is empty, the service out, or chance against it. */
  boolean accepts(long now, Random random, double unlucky) {
    if (out.test(now) || (unlucky > 0 && random.nextDouble() < unlucky)) {
      return false;
    }
    return takes(now);
  }

  boolean takes(long now) {
    if (out.test(now)) {
      return false;
    }
    refill(now);
    if (tokens < 1 - 1e-9) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  /** The first time from one on at which a call may be taken. */
  long next(long now) {
    long at = now;
    while (out.test(at)) {
      at += SECOND / 10;
    }
    refill(at);
    while (tokens < 1 - 1e-9) {
      double missing = (1 - tokens) / rate.applyAsDouble(at);
      at = bySecond ? (at / SECOND + 1) * SECOND : at + Math.max(1, (long) (missing * SECOND));
      refill(at);
    }
    return at;
  }

  private void refill(long now) {
    long until = bySecond ? now - now % SECOND : now;
    if (until <= last) {
      return;
    }
    tokens = Math.min(burst, tokens + rate.applyAsDouble(now) * (until - last) / SECOND);
    last = until;
  }
}
