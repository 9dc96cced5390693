package dev.roster.reconcile;

import dev.roster.UserId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** What it takes for groups to follow others, and whom it leaves out. Immutable. */
public final class MirrorPlan {

  private final ReconcilePlan changes;
  private final MemberMatches matches;
  private final long skipped;

  MirrorPlan(ReconcilePlan changes, MemberMatches matches, long skipped) {
    this.changes = changes;
    this.matches = matches;
    this.skipped = skipped;
  }

  /** {@return the changes of the target, to be printed, kept and reviewed} */
  public ReconcilePlan changes() {
    return changes;
  }

  /** {@return the members of the source that no user of the target matches, unmodifiable} */
  public Set<UserId> unmatched() {
    return Collections.unmodifiableSet(matches.unmatched());
  }

  /**
   * The members of the source whose match is not certain: several users of the target match, or the
   * one that matches also matches another member.
   *
   * @return each with the users of the target, unmodifiable
   */
  public Map<UserId, Set<UserId>> ambiguous() {
    return Collections.unmodifiableMap(matches.ambiguous());
  }

  /** {@return how many members of the source are no users, such as groups in groups} */
  public long skipped() {
    return skipped;
  }

  @Override
  public String toString() {
    return "MirrorPlan[%s, unmatched=%d, ambiguous=%d]"
        .formatted(changes, matches.unmatched().size(), matches.ambiguous().size());
  }
}
