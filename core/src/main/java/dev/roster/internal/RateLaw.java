package dev.roster.internal;

/**
 * Learns from replies how many calls a second a service permits. A state machine over a clock that
 * its caller reads; not thread-safe.
 */
interface RateLaw {

  /**
   * The rate at a time.
   *
   * @return calls per second; infinite while nothing was throttled
   */
  double perSecond(long nowNanos);

  /** Whether nothing was throttled yet, so that there is no rate to keep. */
  boolean isOpen();

  /**
   * While nothing was throttled: how many calls may be under way before the next one is held back a
   * little.
   */
  double freePlaces();

  /** How many calls at once a rested service has been seen to accept. */
  int burst();

  /**
   * A call was accepted.
   *
   * @param held whether calls are waiting for their turns: otherwise the rate is not what limits
   *     them, and nothing is learned from its being kept
   */
  void accepted(long sentNanos, long nowNanos, boolean held);

  /** A call was throttled. */
  void throttled(long sentNanos, long nowNanos);

  /** Calls come again after a rest, in which the server's bucket filled to nobody knows where. */
  void rested(long nowNanos);
}
