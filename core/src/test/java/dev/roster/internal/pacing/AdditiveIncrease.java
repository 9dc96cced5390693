package dev.roster.internal.pacing;

/**
 * What TCP made known: the rate grows by a fifth of a call a second each second, and a throttled
 * response cuts it by a fifth. It begins with forty calls a second. Only what was sent after the
 * last cut cuts it again.
 */
final class AdditiveIncrease implements RateLaw {

  private static final double FIRST = 40;
  private static final double LEAST = 0.5;
  private static final double PER_SECOND = 0.2;
  private static final double DECREASE = 0.8;

  private double level = FIRST;
  private long since;
  private long numbers;
  private long firstNumber;

  @Override
  public double perSecond(long nanos) {
    return level + PER_SECOND * (nanos - since) / PacingSimulation.SECOND;
  }

  @Override
  public int places() {
    return 0;
  }

  @Override
  public int knocks() {
    return 0;
  }

  @Override
  public long sent() {
    return numbers++;
  }

  @Override
  public void accepted(long number, long nanos) {}

  @Override
  public boolean throttled(long number, long nanos, long clockNanos) {
    if (number < firstNumber) {
      return false;
    }
    level = Math.max(LEAST, DECREASE * perSecond(nanos));
    since = nanos;
    firstNumber = numbers;
    return true;
  }
}
