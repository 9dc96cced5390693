package dev.roster.internal.pacing;

/**
 * Learns from responses how many calls a second a service permits. A state machine without a clock
 * of its own: its time is the pacer's, in nanoseconds, which runs only while the rate holds calls
 * back, so that a rest changes nothing. Not thread-safe.
 */
interface RateLaw {

  /** The rate at a time, in calls per second; positive and finite. */
  double perSecond(long nanos);

  /**
   * How many calls may be under way whatever the rate, while no limit was met; 0 once one was. So
   * fast responses are never held to a rate without a reason.
   */
  int places();

  /**
   * How many calls should be sent at once, whatever the rate, to see whether the bucket is empty.
   */
  int knocks();

  /**
   * A call is sent.
   *
   * @return its number, which comes back with its response
   */
  long sent();

  void accepted(long number, long nanos);

  /**
   * A call was throttled.
   *
   * @param clockNanos the clients' clock, which runs on while nothing is held back by the rate
   * @return whether the rate changed because of it
   */
  boolean throttled(long number, long nanos, long clockNanos);
}
