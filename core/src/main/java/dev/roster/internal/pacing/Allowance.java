package dev.roster.internal.pacing;

/**
 * Turns that come evenly at a rate: one at a time, and a little more where wake-ups were late. Not
 * thread-safe.
 */
final class Allowance {

  private static final double NANOS = 1e9;
  private static final double ROUNDING = 1e-9;

  private final double lateness;
  private double turns = 1;

  /**
   * An allowance.
   *
   * @param lateness for how many seconds turns that could not be taken in time are kept
   */
  Allowance(double lateness) {
    this.lateness = lateness;
  }

  /**
   * Lets time pass.
   *
   * @param waiting whether calls wait, so that what they do not take now they may take later
   * @return for how much of the time the rate was what held calls back
   */
  long pass(long nanos, double perSecond, boolean waiting) {
    double most = waiting ? Math.max(turns, 1 + lateness * perSecond) : Math.max(turns, 1);
    double missing = (most - turns) / perSecond * NANOS;
    long counted = (long) Math.min((double) nanos, Math.ceil(missing));
    turns = Math.min(most, turns + perSecond * counted / NANOS);
    return counted;
  }

  /** How long until the next turn. */
  long untilNext(double perSecond) {
    return turns >= 1 - ROUNDING ? 0 : (long) Math.ceil((1 - turns) / perSecond * NANOS);
  }

  boolean isDue() {
    return turns >= 1 - ROUNDING;
  }

  void take() {
    turns -= 1;
  }

  /** Nothing that was missed is caught up, and the next turn is a whole one away. */
  void startAgain() {
    turns = 0;
  }
}
