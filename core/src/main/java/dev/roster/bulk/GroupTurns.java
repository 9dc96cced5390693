package dev.roster.bulk;

import dev.roster.GroupId;
import java.util.HashSet;
import java.util.Set;

/** Lets one batch of a group be changed and accounted for before the next. Thread-safe. */
final class GroupTurns {

  private final boolean oneAtATime;
  private final Set<GroupId> busy = new HashSet<>();

  GroupTurns(boolean oneAtATime) {
    this.oneAtATime = oneAtATime;
  }

  /**
   * Waits until no other batch of the group is under way. Keeps the flag of an interrupt.
   *
   * @return whether it had to wait
   */
  synchronized boolean begin(GroupId group) {
    boolean waited = false;
    try {
      while (oneAtATime && !busy.add(group)) {
        waited = true;
        wait();
      }
      return waited;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the turn of a group", interrupted);
    }
  }

  synchronized void end(GroupId group) {
    if (busy.remove(group)) {
      notifyAll();
    }
  }
}
