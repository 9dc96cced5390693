package dev.roster.internal.pacing;

import dev.roster.CallPriority;
import java.time.Duration;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The real pacer. */
final class PacerLimiter implements SimulatedLimiter {

  private final Pacer pacer;
  private final IdentityHashMap<Turn, Place> places = new IdentityHashMap<>();

  PacerLimiter(RateLaw law, double ceiling) {
    this.pacer = new Pacer(law, ceiling);
  }

  @Override
  public Place place(CallPriority priority) {
    return new PacedPlace(pacer.turn(priority));
  }

  @Override
  public @Nullable Place head() {
    Turn head = pacer.head();
    return head == null ? null : places.get(head);
  }

  Pacer pacer() {
    return pacer;
  }

  private final class PacedPlace implements Place {

    private final Turn turn;

    PacedPlace(Turn turn) {
      this.turn = turn;
    }

    @Override
    public long ask(long now) {
      long wait = turn.ask(now).toNanos();
      if (wait > 0) {
        places.put(turn, this);
      } else {
        places.remove(turn);
      }
      return wait;
    }

    @Override
    public boolean isWoken() {
      return turn.alarm().getCount() == 0;
    }

    @Override
    public void leave(long now) {
      places.remove(turn);
      turn.leave(now);
    }

    @Override
    public void ended(boolean accepted, long hintNanos, long now) {
      TurnResult result = accepted ? TurnResult.ACCEPTED : TurnResult.THROTTLED;
      turn.ended(result, Duration.ofNanos(hintNanos), now);
    }
  }
}
