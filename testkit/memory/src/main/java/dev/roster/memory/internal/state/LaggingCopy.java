package dev.roster.memory.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A copy of a state to which each change is done some time after it was made. What is pending is
 * bounded, also where nothing is ever read: a change leaves the queue when it is due or when too
 * many others follow it. Not thread-safe.
 */
final class LaggingCopy {

  /** Some 10 MB of heap. Beyond it the oldest change is seen early. */
  static final int MAX_PENDING = 100_000;

  private final StoreState state;
  private final Duration lag;
  private final Queue<DatedChange> pending;

  LaggingCopy(StoreState state, Duration lag) {
    this(state, lag, new ArrayDeque<>());
  }

  private LaggingCopy(StoreState state, Duration lag, Queue<DatedChange> pending) {
    this.state = state;
    this.lag = lag;
    this.pending = pending;
  }

  LaggingCopy with(Duration other) {
    return new LaggingCopy(state, other, pending);
  }

  LaggingCopy of(StoreState other) {
    return new LaggingCopy(other, lag);
  }

  int pending() {
    return pending.size();
  }

  void add(Instant madeAt, Change change) {
    asOf(madeAt);
    if (pending.size() == MAX_PENDING) {
      pending.remove().change.applyTo(state);
    }
    pending.add(new DatedChange(madeAt, change));
  }

  StoreState asOf(Instant now) {
    while (!pending.isEmpty() && isDue(pending.element(), now)) {
      pending.remove().change.applyTo(state);
    }
    return state;
  }

  private boolean isDue(DatedChange next, Instant now) {
    return Duration.between(next.madeAt, now).compareTo(lag) >= 0;
  }

  private record DatedChange(Instant madeAt, Change change) {}
}
