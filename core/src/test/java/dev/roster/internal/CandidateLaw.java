package dev.roster.internal;

/** What the laws that were not chosen have in common: the slow start, and one change per round. */
abstract class CandidateLaw implements RateLaw {

  private boolean open = true;
  private int accepted;
  private long changed;

  abstract double rate(double secondsSinceChange);

  abstract void adapt(double secondsSinceChange, int acceptedSinceChange);

  void acceptedAt(double secondsSinceChange) {}

  @Override
  public double perSecond(long nowNanos) {
    return open ? Double.POSITIVE_INFINITY : rate(seconds(nowNanos));
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public double freePlaces() {
    return SlowStart.places(accepted);
  }

  @Override
  public int burst() {
    return 0;
  }

  @Override
  public void accepted(long sentNanos, long nowNanos, boolean held) {
    accepted++;
    acceptedAt(seconds(nowNanos));
  }

  @Override
  public void throttled(long sentNanos, long nowNanos) {
    if (!open && sentNanos - changed < 0) {
      return;
    }
    adapt(open ? 0 : seconds(nowNanos), open ? 0 : accepted);
    open = false;
    accepted = 0;
    changed = nowNanos;
  }

  @Override
  public void rested(long nowNanos) {}

  private double seconds(long nowNanos) {
    return (nowNanos - changed) / 1e9;
  }

  /** Additive increase, multiplicative decrease. */
  static final class AdditiveIncrease extends CandidateLaw {

    private final double perSecond;
    private double from;

    AdditiveIncrease(double perSecond) {
      this.perSecond = perSecond;
    }

    @Override
    double rate(double seconds) {
      return from + perSecond * seconds;
    }

    @Override
    void adapt(double seconds, int accepted) {
      from = from == 0 ? 10 : Math.max(0.5, 0.8 * rate(seconds));
    }
  }

  /** A cubic curve through the rate of the last throttled reply, as CUBIC and AWS's SDKs use it. */
  static final class Cubic extends CandidateLaw {

    private static final double DECREASE = 0.7;
    private static final double SCALE = 0.4;
    private double level;

    @Override
    double rate(double seconds) {
      double recovery = Math.cbrt(level * (1 - DECREASE) / SCALE);
      return Math.max(0.5, SCALE * Math.pow(seconds - recovery, 3) + level);
    }

    @Override
    void adapt(double seconds, int accepted) {
      double measured = accepted / Math.max(seconds, 0.5);
      level = level == 0 ? 50 : Math.min(rate(seconds), measured);
    }
  }

  /** Between two throttled replies the rate is what was accepted over the time, and a bit more. */
  static final class AcceptedOverTime extends CandidateLaw {

    private static final double WAIT = 1;
    private double level;
    private double wait;

    @Override
    double rate(double seconds) {
      return seconds < wait ? 1e-3 : level * (1 + 0.02 * seconds);
    }

    @Override
    void adapt(double seconds, int accepted) {
      wait = level == 0 ? WAIT : 0;
      level = level == 0 ? 40 : Math.max(0.5, accepted / seconds);
    }
  }
}
