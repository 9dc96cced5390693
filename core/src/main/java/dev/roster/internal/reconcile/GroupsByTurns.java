package dev.roster.internal.reconcile;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/** Takes some items of each group in turn, until none has any left. For one thread at a time. */
final class GroupsByTurns<T> implements Iterator<T> {

  private final Queue<Iterator<T>> groups = new ArrayDeque<>();
  private final Queue<T> turn = new ArrayDeque<>();
  private final int most;

  /** So many items at a time as one request takes. */
  GroupsByTurns(List<List<T>> groups, int most) {
    groups.stream()
        .filter(items -> !items.isEmpty())
        .forEach(items -> this.groups.add(items.iterator()));
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    return !turn.isEmpty() || !groups.isEmpty();
  }

  @Override
  public T next() {
    if (turn.isEmpty()) {
      fill();
    }
    return turn.remove();
  }

  private void fill() {
    Iterator<T> group = groups.poll();
    if (group == null) {
      throw new NoSuchElementException("no group has an item left");
    }
    while (turn.size() < most && group.hasNext()) {
      turn.add(group.next());
    }
    if (group.hasNext()) {
      groups.add(group);
    }
  }
}
