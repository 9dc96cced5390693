package dev.roster.bulk;

import dev.roster.GroupId;
import dev.roster.internal.concurrent.FirstFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes items from the input, as many at a time as one request changes: different members of one
 * group that follow each other. Used by one thread at a time.
 */
final class ItemBatches<T> {

  private final Iterator<T> items;
  private final int most;
  private final Function<T, GroupMember> pair;
  private @Nullable T heldBack;
  private final FirstFailure failure = new FirstFailure();

  ItemBatches(Iterator<T> items, int most, Function<T, GroupMember> pair) {
    this.items = Objects.requireNonNull(items, "items must not be null");
    this.most = most;
    this.pair = pair;
  }

  /** Returns null at the end of the input. What the input throws is thrown. */
  @Nullable List<T> next() {
    T first = first();
    if (first == null) {
      return null;
    }
    List<T> batch = new ArrayList<>();
    batch.add(first);
    fill(batch);
    return batch;
  }

  /** The group of a batch, which all of its items have. */
  GroupId groupOf(List<T> batch) {
    return pair.apply(batch.get(0)).groupId();
  }

  private @Nullable T first() {
    failure.rethrow();
    T held = heldBack;
    heldBack = null;
    return held == null ? read() : held;
  }

  /** Where the input fails, what was taken before is changed all the same. */
  private void fill(List<T> batch) {
    GroupId group = groupOf(batch);
    Set<GroupMember> pairs = new HashSet<>(Set.of(pair.apply(batch.get(0))));
    try {
      while (batch.size() < most) {
        T item = read();
        if (item == null || !isOfBatch(pair.apply(item), group, pairs)) {
          heldBack = item;
          return;
        }
        batch.add(item);
      }
    } catch (Throwable broken) {
      failure.offer(broken);
    }
  }

  /** A pair that the batch has already waits for the next one. */
  private static boolean isOfBatch(GroupMember item, GroupId group, Set<GroupMember> pairs) {
    return item.groupId().equals(group) && pairs.add(item);
  }

  private @Nullable T read() {
    return items.hasNext()
        ? Objects.requireNonNull(items.next(), "items must not contain null")
        : null;
  }
}
