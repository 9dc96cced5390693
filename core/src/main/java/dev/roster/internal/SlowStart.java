package dev.roster.internal;

/**
 * How many calls may be under way while nothing was throttled yet. What is under way when a burst
 * ends is throttled, so that few are at first. The number grows with what was accepted; a place is
 * free again as soon as a reply is there, so that fast replies are hardly held back.
 */
final class SlowStart {

  private static final int FIRST_PLACES = 3;
  private static final int CALLS_PER_PLACE = 6;
  private static final double CALLS_PER_CUBE = 50;
  private static final int LONGEST = 300;

  private SlowStart() {}

  /**
   * The number of places.
   *
   * @param accepted how many calls were accepted so far
   * @return calls; infinite after the slow start
   */
  static double places(int accepted) {
    if (accepted >= LONGEST) {
      return Double.POSITIVE_INFINITY;
    }
    double cube = accepted / CALLS_PER_CUBE;
    return Math.min(FIRST_PLACES, 1 + accepted / CALLS_PER_PLACE) + (int) (cube * cube * cube);
  }
}
