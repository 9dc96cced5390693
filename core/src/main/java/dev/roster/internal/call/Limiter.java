package dev.roster.internal.call;

import dev.roster.CallPriority;
import dev.roster.internal.pacing.Pacer;
import dev.roster.internal.pacing.Turn;
import dev.roster.internal.pacing.TurnKind;
import dev.roster.spi.TimeSource;
import java.util.OptionalDouble;

/** The rate limiter of one or several clients: a pacer, and the clock that they wait by. */
public final class Limiter {

  private final Pacer pacer;
  private volatile TimeSource time = TimeSource.system();

  /**
   * A limiter that learns.
   *
   * @param ceiling the highest rate, in calls per second; infinite where there is none
   */
  public Limiter(double ceiling) {
    this.pacer = new Pacer(ceiling);
  }

  /**
   * Sets the clock of the clients.
   *
   * @param clock what they wait by
   * @return this
   */
  public Limiter waitingBy(TimeSource clock) {
    this.time = clock;
    return this;
  }

  /**
   * The rate at which turns are given at this moment.
   *
   * @return calls per second; empty where nothing limits them
   */
  public OptionalDouble callsPerSecond() {
    double rate = pacer.permitted(time.nanoTime());
    return Double.isInfinite(rate) ? OptionalDouble.empty() : OptionalDouble.of(rate);
  }

  Turn turn(CallPriority priority) {
    return pacer.turn(priority);
  }

  /** A turn ahead of new work, for a read that settles what became of a write. */
  Turn settlingTurn() {
    return pacer.turn(TurnKind.SETTLING);
  }
}
