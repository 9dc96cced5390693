package dev.roster.benchmarks.server;

/** A token bucket that refills continuously, by a clock that is given with each question. */
final class Bucket {

  private static final double NANOS_PER_SECOND = 1e9;

  private double rate = Double.POSITIVE_INFINITY;
  private double burst = Double.POSITIVE_INFINITY;
  private double tokens = Double.POSITIVE_INFINITY;
  private long last;

  /** Starts anew, full. */
  void limit(double callsPerSecond, double burstOfCalls, long now) {
    rate = callsPerSecond;
    burst = burstOfCalls;
    tokens = burstOfCalls;
    last = now;
  }

  /** Goes on from what is in the bucket. */
  void changeRate(double callsPerSecond, long now) {
    refill(now);
    rate = callsPerSecond;
  }

  /** Whether the limit allows one more call now. */
  boolean take(long now) {
    refill(now);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  private void refill(long now) {
    if (Double.isFinite(tokens)) {
      tokens = Math.min(burst, tokens + rate * (now - last) / NANOS_PER_SECOND);
    }
    last = now;
  }
}
