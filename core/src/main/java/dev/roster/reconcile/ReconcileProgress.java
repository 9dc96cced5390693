package dev.roster.reconcile;

import dev.roster.bulk.BulkProgress;

/** How far a plan has been carried out: the additions come first, then the removals. Immutable. */
public final class ReconcileProgress {

  private final BulkProgress additions;
  private final BulkProgress removals;

  ReconcileProgress(BulkProgress additions, BulkProgress removals) {
    this.additions = additions;
    this.removals = removals;
  }

  /**
   * The additions.
   *
   * @return all of them done or failed, as soon as there are removals
   */
  public BulkProgress additions() {
    return additions;
  }

  /**
   * The removals.
   *
   * @return none done before the additions are
   */
  public BulkProgress removals() {
    return removals;
  }

  /**
   * Additions and removals together, for the time that is left.
   *
   * @return the sums
   */
  public BulkProgress together() {
    return additions.followedBy(removals);
  }

  /** The counts of additions and removals apart, then the time, the rate and the time left. */
  @Override
  public String toString() {
    return "additions: %s; removals: %s; %s"
        .formatted(additions.counts(), removals.counts(), together().pace());
  }
}
