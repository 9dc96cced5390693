package dev.roster.campaign.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which request changed what of the store, when. The proxy writes it while it holds the thing that
 * changes, so that for everything the order here is the order in the store. Thread-safe.
 *
 * @param <K> what changes
 * @param <S> what the store holds of it
 */
public abstract sealed class Journal<K, S> permits Ledger, EntryLedger {

  private static final int LOCKS = 64;

  private final Lock[] locks = new Lock[LOCKS];
  private final Map<K, List<Change<S>>> changes = new ConcurrentHashMap<>();

  Journal() {
    for (int lock = 0; lock < LOCKS; lock++) {
      locks[lock] = new ReentrantLock();
    }
  }

  /** Held while the store changes a thing, and until the change is noted here. */
  public final Lock lockOf(K thing) {
    return locks[Math.floorMod(thing.hashCode(), LOCKS)];
  }

  final void add(K thing, Change<S> change) {
    changes.compute(
        thing,
        (same, before) -> {
          List<Change<S>> more = before == null ? new ArrayList<>() : new ArrayList<>(before);
          more.add(change);
          return List.copyOf(more);
        });
  }

  public final Optional<S> now(K thing) {
    List<Change<S>> all = of(thing);
    return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(all.size() - 1).after());
  }

  public final List<Change<S>> of(K thing) {
    return changes.getOrDefault(thing, List.of());
  }

  /**
   * All that was true of a thing at some moment of a time. Waits until what the store has changed
   * of it is noted here.
   */
  public final List<Optional<S>> during(K thing, long fromNanos, long toNanos) {
    Lock lock = lockOf(thing);
    lock.lock();
    try {
      return states(of(thing), fromNanos, toNanos);
    } finally {
      lock.unlock();
    }
  }

  private List<Optional<S>> states(List<Change<S>> all, long fromNanos, long toNanos) {
    List<Optional<S>> states = new ArrayList<>();
    Optional<S> state = Optional.empty();
    for (Change<S> change : all) {
      if (change.toNanos() >= fromNanos) {
        states.add(state);
      }
      if (change.fromNanos() > toNanos) {
        return states;
      }
      state = Optional.ofNullable(change.after());
    }
    states.add(state);
    return states;
  }

  /** Whether a thing was not changed since a time. */
  public final boolean isQuietSince(K thing, long nanos) {
    List<Change<S>> all = of(thing);
    return all.isEmpty() || all.get(all.size() - 1).toNanos() < nanos;
  }

  /** Whether a request of another call changed a thing since a time. */
  public final boolean wasChangedByOthers(K thing, long call, long sinceNanos) {
    return of(thing).stream()
        .anyMatch(change -> change.by().call() != call && change.toNanos() >= sinceNanos);
  }

  /** What should be in the store now. */
  public final Map<K, S> present() {
    Map<K, S> present = new HashMap<>();
    changes.keySet().forEach(thing -> now(thing).ifPresent(state -> present.put(thing, state)));
    return present;
  }

  /** The changes that one call's requests made. */
  public final List<Change<S>> by(long call, Collection<K> touched) {
    return touched.stream()
        .flatMap(thing -> of(thing).stream())
        .filter(change -> change.by().call() == call)
        .toList();
  }
}
