package dev.roster.reconcile;

import dev.roster.GroupId;
import java.util.Set;

/**
 * A reviewed plan and what is left of it, after its groups were read again. Made by {@link
 * Reconciler#refresh}. Immutable.
 */
public final class RefreshedPlan {

  private final ReconcilePlan reviewed;
  private final ReconcilePlan rest;
  private final Set<GroupId> changedElsewhere;

  RefreshedPlan(ReconcilePlan reviewed, ReconcilePlan rest, Set<GroupId> changedElsewhere) {
    this.reviewed = reviewed;
    this.rest = rest;
    this.changedElsewhere = Set.copyOf(changedElsewhere);
  }

  /** {@return the plan that was refreshed} */
  public ReconcilePlan reviewed() {
    return reviewed;
  }

  /**
   * The reviewed plan without the changes that are made already, and nothing else: no change is in
   * it that was not reviewed.
   *
   * @return a plan of the same groups, with the members and fingerprints that they have now
   */
  public ReconcilePlan rest() {
    return rest;
  }

  /**
   * The groups in which something else changed since the plan was made than the plan says: a
   * membership that came or went, or came back.
   *
   * @return unmodifiable; empty where the plan is not stale
   */
  public Set<GroupId> changedElsewhere() {
    return changedElsewhere;
  }

  @Override
  public String toString() {
    return "%d of %d changes left, %d groups changed elsewhere"
        .formatted(rest.expectedCalls(), reviewed.expectedCalls(), changedElsewhere.size());
  }
}
