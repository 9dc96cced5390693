package dev.roster.campaign.record;

import dev.roster.MembershipId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.weather.AttemptKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The journal of the store: which request changed what, when. The proxy writes it while it holds
 * the pair, so that for every pair the order here is the order in the store. Thread-safe.
 */
public final class Ledger {

  private static final int LOCKS = 64;

  private final Lock[] locks = new Lock[LOCKS];
  private final Map<GroupMember, List<Change>> changes = new ConcurrentHashMap<>();
  private final Map<MembershipId, GroupMember> pairs = new ConcurrentHashMap<>();

  /**
   * A change of one pair.
   *
   * @param fromNanos when the store was asked for it, on the campaign's clock
   * @param toNanos when the store had said so; it made the change in between
   * @param by the attempt whose request did it
   * @param after what is there since; null where nothing is
   * @param removed what is there no more; null where the change is a creation
   */
  public record Change(
      long fromNanos,
      long toNanos,
      AttemptKey by,
      @Nullable Stored after,
      @Nullable Stored removed) {}

  public Ledger() {
    for (int lock = 0; lock < LOCKS; lock++) {
      locks[lock] = new ReentrantLock();
    }
  }

  /** Held while the store changes a pair, and until the change is noted here. */
  public Lock lockOf(GroupMember pair) {
    return locks[Math.floorMod(pair.hashCode(), LOCKS)];
  }

  public void made(GroupMember pair, Stored stored, long fromNanos, long toNanos) {
    pairs.put(stored.id(), pair);
    add(pair, new Change(fromNanos, toNanos, stored.maker(), stored, null));
  }

  public void removed(MembershipId id, AttemptKey by, long fromNanos, long toNanos) {
    GroupMember pair = pairs.get(id);
    if (pair != null) {
      add(pair, new Change(fromNanos, toNanos, by, null, now(pair).orElse(null)));
    }
  }

  private void add(GroupMember pair, Change change) {
    changes.compute(
        pair,
        (same, before) -> {
          List<Change> more = before == null ? new ArrayList<>() : new ArrayList<>(before);
          more.add(change);
          return List.copyOf(more);
        });
  }

  public @Nullable GroupMember pair(MembershipId id) {
    return pairs.get(id);
  }

  public Optional<Stored> now(GroupMember pair) {
    List<Change> all = of(pair);
    return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(all.size() - 1).after());
  }

  public List<Change> of(GroupMember pair) {
    return changes.getOrDefault(pair, List.of());
  }

  /**
   * All that was true of a pair at some moment of a time. Waits until what the store has changed of
   * it is noted here.
   */
  public List<Optional<Stored>> during(GroupMember pair, long fromNanos, long toNanos) {
    Lock lock = lockOf(pair);
    lock.lock();
    try {
      return states(of(pair), fromNanos, toNanos);
    } finally {
      lock.unlock();
    }
  }

  private static List<Optional<Stored>> states(List<Change> changes, long fromNanos, long toNanos) {
    List<Optional<Stored>> states = new ArrayList<>();
    Optional<Stored> state = Optional.empty();
    for (Change change : changes) {
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

  /** Whether a pair was not changed since a time. */
  public boolean isQuietSince(GroupMember pair, long nanos) {
    List<Change> all = of(pair);
    return all.isEmpty() || all.get(all.size() - 1).toNanos() < nanos;
  }

  /** What should be in the store now. */
  public Map<GroupMember, MembershipId> all() {
    Map<GroupMember, MembershipId> present = new HashMap<>();
    changes.keySet().forEach(pair -> now(pair).ifPresent(s -> present.put(pair, s.id())));
    return present;
  }

  /** The changes that one call's requests made. */
  public List<Change> by(long call, Collection<GroupMember> touched) {
    return touched.stream()
        .flatMap(pair -> of(pair).stream())
        .filter(change -> change.by().call() == call)
        .toList();
  }
}
