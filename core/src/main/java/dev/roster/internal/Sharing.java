package dev.roster.internal;

import dev.roster.internal.RatePhase.Shared;

/**
 * A limit that others use too: additive increase and multiplicative decrease, which make shares
 * equal, and a search for what others left after a time without throttled replies that is unusually
 * long. Times are seconds. Not thread-safe.
 */
final class Sharing {

  private static final double INCREASE = 0.12;
  private static final double INCREASE_OF_FAST_RATE = 0.022;
  private static final double INCREASE_OF_SLOW_RATE = 0.1;
  private static final double DECREASE = 0.81;
  private static final double REPEATED_DECREASE = 0.9;
  private static final double REPEATED_WITHIN = 1.7;

  private static final double FIRST_INTERVAL = 5;
  private static final double WEIGHT_OF_INTERVAL = 0.2;
  private static final double QUIET_INTERVALS = 1.8;
  private static final double LONGEST_QUIET = 15;

  private static final double OTHERS_LEFT = 1.4;
  private static final double FAR_ABOVE = 3;
  private static final double SAME_END = 0.06;

  private double interval = FIRST_INTERVAL;
  private double lastEnd;

  /** A rate from which to go on. */
  Shared from(double rate) {
    double most = Math.max(INCREASE, INCREASE_OF_FAST_RATE * rate);
    double slope = Math.min(most, INCREASE_OF_SLOW_RATE * rate);
    return new Shared(rate, slope, Math.min(LONGEST_QUIET, QUIET_INTERVALS * interval));
  }

  /** A throttled reply came some time after the one before. */
  void throttledAfter(double seconds) {
    if (seconds >= REPEATED_WITHIN) {
      interval += WEIGHT_OF_INTERVAL * (seconds - interval);
    }
  }

  /** What a throttled reply makes of the rate. */
  static double decrease(double seconds) {
    return seconds < REPEATED_WITHIN ? REPEATED_DECREASE : DECREASE;
  }

  /**
   * Judges a search that has ended. What was accepted beyond the share was left by others, unless
   * it is little, which may be chance. A small bucket holds little; but then every search ends at
   * the same rate.
   *
   * @param shared the phase that has ended
   * @param seconds how long it took
   * @param sample the calls accepted in it, per second
   * @param rate the rate at its end
   * @return the rate that seems to be free for this client; 0 where others still use the limit
   */
  double found(Shared shared, double seconds, double sample, double rate) {
    double share = shared.share(seconds);
    boolean sameEnd =
        rate > FAR_ABOVE * shared.from() && Math.abs(rate - lastEnd) < SAME_END * lastEnd;
    lastEnd = rate;
    if (sameEnd) {
      return rate;
    }
    return sample > OTHERS_LEFT * (shared.from() + share) / 2 ? Math.min(rate, sample) : 0;
  }

  /** A phase has ended before its search began. */
  void endedEarly() {
    lastEnd = 0;
  }
}
