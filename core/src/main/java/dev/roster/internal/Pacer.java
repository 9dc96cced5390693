package dev.roster.internal;

import java.time.Duration;

/** Gives the attempts of one client their turns. Thread-safe; first come, first served. */
interface Pacer {

  /** No limit. */
  Pacer UNLIMITED = (now, atMost) -> Duration.ZERO;

  /**
   * Takes a turn, unless it would come too late.
   *
   * @param nowNanos the client's clock
   * @param atMost the longest wait that is of use
   * @return how long to wait before the turn; if that is longer than {@code atMost}, no turn was
   *     taken
   */
  Duration takeTurn(long nowNanos, Duration atMost);
}
