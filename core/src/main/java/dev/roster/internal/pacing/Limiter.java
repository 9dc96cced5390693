package dev.roster.internal.pacing;

import dev.roster.CallPriority;
import dev.roster.TimeSource;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The rate limiter of one or several clients: a pacer, and the clock that they wait by. */
public final class Limiter {

  private final Pacer pacer;
  private final AtomicReference<@Nullable TimeSource> time = new AtomicReference<>();

  /**
   * A limiter that learns.
   *
   * @param ceiling the highest rate, in calls per second; infinite where there is none
   */
  public Limiter(double ceiling) {
    this.pacer = new Pacer(ceiling);
  }

  /**
   * Sets the clock of the clients, which is the first one's.
   *
   * @param clock what they wait by
   * @return this
   * @throws IllegalArgumentException if another client of the limiter waits by another clock: turns
   *     of one would be times of the other
   */
  public Limiter waitingBy(TimeSource clock) {
    if (!time.compareAndSet(null, clock) && time.get() != clock) {
      throw new IllegalArgumentException(
          "the rate limiter is shared with a client that has another time source: clients that"
              + " share a limiter must use the same one");
    }
    return this;
  }

  /**
   * The rate at which turns are given at this moment.
   *
   * @return calls per second; empty where nothing limits them
   */
  public OptionalDouble callsPerSecond() {
    TimeSource clock = time.get();
    double rate = pacer.permitted((clock == null ? TimeSource.system() : clock).nanoTime());
    return Double.isInfinite(rate) ? OptionalDouble.empty() : OptionalDouble.of(rate);
  }

  /**
   * A turn for new work.
   *
   * @param priority which work it goes ahead of
   * @return a turn that has not been asked for
   */
  public Turn turn(CallPriority priority) {
    return pacer.turn(priority);
  }

  /** {@return a turn ahead of new work, for a read that settles what became of a write} */
  public Turn settlingTurn() {
    return pacer.turn(TurnKind.SETTLING);
  }
}
