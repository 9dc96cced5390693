package dev.roster.memory.internal.state;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A state behind one lock. Writes check and change the true state; reads see it as well, or a copy
 * that lags behind it. Thread-safe.
 */
public final class SharedState {

  private final InstantSource clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private StoreState truth = new StoreState();
  private volatile @Nullable LaggingCopy copy;

  public SharedState(InstantSource clock) {
    this.clock = clock;
  }

  /** Evaluates on what reads see. */
  public <T> T read(Function<StoreState, T> question) {
    return copy == null
        ? readNow(question)
        : under(lock.writeLock(), () -> question.apply(visible()));
  }

  /** Evaluates on the true state. */
  public <T> T readNow(Function<StoreState, T> question) {
    return under(lock.readLock(), () -> question.apply(truth));
  }

  public <T> T write(Function<Writer, T> action) {
    return under(lock.writeLock(), () -> action.apply(new Writer()));
  }

  /** Has reads see what was true that long ago; zero ends it. Reads never go back in time. */
  public void lagBehind(Duration lag) {
    under(
        lock.writeLock(),
        () -> {
          LaggingCopy before = copy;
          copy =
              lag.isZero()
                  ? null
                  : before == null ? new LaggingCopy(truth.copy(), lag) : before.with(lag);
          return lag;
        });
  }

  /** Replaces the true state, for all at once. */
  public void replace(StoreState state) {
    under(
        lock.writeLock(),
        () -> {
          truth = state;
          copy = copy == null ? null : copy.of(state.copy());
          return state;
        });
  }

  private StoreState visible() {
    LaggingCopy lagging = copy;
    return lagging == null ? truth : lagging.asOf(clock.instant());
  }

  private static <T> T under(Lock lock, Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** What a write may do while it holds the lock. */
  public final class Writer {

    private Writer() {}

    /** To check against; changed by {@link #apply} only. */
    public StoreState state() {
      return truth;
    }

    public void apply(Change change) {
      change.applyTo(truth);
      LaggingCopy lagging = copy;
      if (lagging != null) {
        lagging.add(clock.instant(), change);
      }
    }
  }
}
