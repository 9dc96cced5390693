package dev.roster.bulk;

import dev.roster.Absence;
import dev.roster.Outcome;
import dev.roster.Presence;
import dev.roster.RosterException;

/** What one item of a bulk run came to, in the words of {@link Presence} and {@link Absence}. */
public enum ItemStatus {
  /** The membership was made. */
  CREATED(true),
  /** The member was in the group before. */
  ALREADY_PRESENT(true),
  /** The member is in the group; whether this run made the membership cannot be known. */
  PRESENT_MAKER_UNKNOWN(true),
  /** The membership was removed. */
  REMOVED(true),
  /** There was no membership. */
  ALREADY_ABSENT(true),
  /** There is no membership; whether this run removed it cannot be known. */
  ABSENT_REMOVER_UNKNOWN(true),
  /** The change was surely not made; the error says why. */
  FAILED(false),
  /** The change may or may not have been made; the error says why that is unknown. */
  UNKNOWN(false);

  private final boolean done;

  ItemStatus(boolean done) {
    this.done = done;
  }

  /**
   * Whether the store is now as the item wants it.
   *
   * @return false for {@link #FAILED} and {@link #UNKNOWN}
   */
  public boolean isDone() {
    return done;
  }

  static ItemStatus of(Presence presence) {
    return switch (presence) {
      case CREATED -> CREATED;
      case ALREADY_PRESENT -> ALREADY_PRESENT;
      case PRESENT_MAKER_UNKNOWN -> PRESENT_MAKER_UNKNOWN;
    };
  }

  static ItemStatus of(Absence absence) {
    return switch (absence) {
      case REMOVED -> REMOVED;
      case ALREADY_ABSENT -> ALREADY_ABSENT;
      case ABSENT_REMOVER_UNKNOWN -> ABSENT_REMOVER_UNKNOWN;
    };
  }

  static ItemStatus of(RosterException failure) {
    return failure.outcome() == Outcome.UNKNOWN ? UNKNOWN : FAILED;
  }
}
