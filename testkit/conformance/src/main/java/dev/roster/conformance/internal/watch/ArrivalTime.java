package dev.roster.conformance.internal.watch;

import java.time.Duration;

/**
 * A time for an attempt whose response never comes: enough for its request to arrive, here and now.
 */
public final class ArrivalTime {

  /** The least that is enough: a machine that is mostly idle pauses for less. */
  public static final Duration LEAST = Duration.ofMillis(150);

  /** A request that is made once more hardly takes so many times as long. */
  private static final int TIMES = 20;

  private ArrivalTime() {}

  /** By what a request takes that gets its response; not the first, which connects. */
  public static Duration of(Runnable request) {
    long start = System.nanoTime();
    request.run();
    Duration enough = Duration.ofNanos(System.nanoTime() - start).multipliedBy(TIMES);
    return enough.compareTo(LEAST) < 0 ? LEAST : enough;
  }
}
