package dev.roster.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** A copy of a state to which each change is done some time after it was made. Not thread-safe. */
final class LaggingCopy {

  private final StoreState state;
  private final Duration lag;
  private final Queue<DatedChange> toCome;

  LaggingCopy(StoreState state, Duration lag) {
    this(state, lag, new ArrayDeque<>());
  }

  private LaggingCopy(StoreState state, Duration lag, Queue<DatedChange> toCome) {
    this.state = state;
    this.lag = lag;
    this.toCome = toCome;
  }

  LaggingCopy with(Duration other) {
    return new LaggingCopy(state, other, toCome);
  }

  LaggingCopy of(StoreState other) {
    return new LaggingCopy(other, lag);
  }

  void add(Instant madeAt, Change change) {
    toCome.add(new DatedChange(madeAt, change));
  }

  StoreState asOf(Instant now) {
    DatedChange next = toCome.peek();
    while (next != null && Duration.between(next.madeAt, now).compareTo(lag) >= 0) {
      next.change.applyTo(state);
      toCome.remove();
      next = toCome.peek();
    }
    return state;
  }

  private record DatedChange(Instant madeAt, Change change) {}
}
