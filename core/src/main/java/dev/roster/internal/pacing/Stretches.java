package dev.roster.internal.pacing;

/**
 * What was accepted over the time, of the last two stretches in which the rate grew far. While it
 * grows, the service's bucket may be full, and what is sent then says nothing about the limit. Not
 * thread-safe.
 */
final class Stretches {

  private static final double NANOS = 1e9;

  /*
   * Around a level the rate grows by less than two fifths, so that all of it counts. Of fewer
   * calls than the usual burst, what the bucket held would be measured.
   */
  private static final double GROWTH = 1.4;
  private static final int CALLS = 40;

  private long from;
  private int accepted;
  private long lastFrom;
  private int lastAccepted;
  private double lastRate;

  /** Nothing of before counts. */
  void begin(long nanos, double rate) {
    from = nanos;
    accepted = 0;
    lastFrom = nanos;
    lastAccepted = 0;
    lastRate = rate;
  }

  /**
   * A call was accepted.
   *
   * @param rate the rate now
   */
  void accepted(long nanos, double rate) {
    lastAccepted++;
    if (lastAccepted >= CALLS && rate > GROWTH * lastRate) {
      from = lastFrom;
      accepted = lastAccepted;
      lastFrom = nanos;
      lastAccepted = 0;
      lastRate = rate;
    }
  }

  /** What was accepted, per second. */
  double perSecond(long nanos) {
    return (accepted + lastAccepted) / ((nanos - from) / NANOS);
  }
}
