package dev.roster.reconcile;

import dev.roster.internal.guard.RemovalLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much a plan may remove before the caller has to confirm that it is meant. An exclusive plan
 * is made from a list that came from elsewhere; when that list is empty or cut short, every member
 * who is missing from it would be removed. Immutable; starts from {@link #defaults()}.
 */
public final class RemovalGuard {

  /** The most removals of a plan unless set otherwise. */
  public static final long DEFAULT_MAX_REMOVALS = 100;

  /** The largest share of a group that is removed unless set otherwise. */
  public static final double DEFAULT_MAX_SHARE = 0.5;

  private static final RemovalLimit ALL = new RemovalLimit(Long.MAX_VALUE, 1);
  private static final RemovalGuard DEFAULTS =
      new RemovalGuard(
          new RemovalLimit(DEFAULT_MAX_REMOVALS, 1),
          new RemovalLimit(Long.MAX_VALUE, DEFAULT_MAX_SHARE));
  private static final RemovalGuard ALLOWING_ALL = new RemovalGuard(ALL, ALL);

  private final RemovalLimit ofPlan;
  private final RemovalLimit ofGroup;

  private RemovalGuard(RemovalLimit ofPlan, RemovalLimit ofGroup) {
    this.ofPlan = ofPlan;
    this.ofGroup = ofGroup;
  }

  /**
   * The guard of those who set none: {@value #DEFAULT_MAX_REMOVALS} removals in a plan, and half of
   * any group.
   *
   * @return a shared instance
   */
  public static RemovalGuard defaults() {
    return DEFAULTS;
  }

  /**
   * The guard of those who have read the plan: everything may be removed.
   *
   * @return a shared instance
   */
  public static RemovalGuard allowingAll() {
    return ALLOWING_ALL;
  }

  /**
   * This guard with another number of removals.
   *
   * @param most the most memberships that a plan may remove, over all its groups; zero or more
   * @return a new guard
   * @throws IllegalArgumentException if the number is negative
   */
  public RemovalGuard withMaxRemovals(long most) {
    return new RemovalGuard(new RemovalLimit(most, ofPlan.share()), ofGroup);
  }

  /**
   * This guard with another share.
   *
   * @param most the most of a group's members that a plan may remove, from 0.0, none, to 1.0, all;
   *     it counts for every group by itself
   * @return a new guard
   * @throws IllegalArgumentException if the share is out of its range
   */
  public RemovalGuard withMaxShare(double most) {
    return new RemovalGuard(ofPlan, new RemovalLimit(ofGroup.number(), most));
  }

  /**
   * This guard with another number of removals for each group.
   *
   * @param most the most members of one group that a plan may remove; zero or more; no limit unless
   *     set
   * @return a new guard
   * @throws IllegalArgumentException if the number is negative
   */
  public RemovalGuard withMaxRemovalsOfGroup(long most) {
    return new RemovalGuard(ofPlan, new RemovalLimit(most, ofGroup.share()));
  }

  /**
   * This guard with a share for the whole plan.
   *
   * @param most the most of all memberships of the plan's groups that it may remove, from 0.0,
   *     none, to 1.0, all, which is what counts unless set
   * @return a new guard
   * @throws IllegalArgumentException if the share is out of its range
   */
  public RemovalGuard withMaxShareOfPlan(double most) {
    return new RemovalGuard(new RemovalLimit(ofPlan.number(), most), ofGroup);
  }

  /**
   * The most memberships that a plan may remove, over all its groups.
   *
   * @return zero or more
   */
  public long maxRemovals() {
    return ofPlan.number();
  }

  /**
   * The most of a group's members that a plan may remove.
   *
   * @return from 0.0, none, to 1.0, all
   */
  public double maxShare() {
    return ofGroup.share();
  }

  /**
   * The most members of one group that a plan may remove.
   *
   * @return zero or more; {@link Long#MAX_VALUE} where there is no limit
   */
  public long maxRemovalsOfGroup() {
    return ofGroup.number();
  }

  /**
   * The most of all memberships of its groups that a plan may remove.
   *
   * @return from 0.0, none, to 1.0, all
   */
  public double maxShareOfPlan() {
    return ofPlan.share();
  }

  /**
   * Checks a plan.
   *
   * @param plan what is to be carried out
   * @throws RemovalsRefusedException if it removes more than this guard allows
   */
  public void check(ReconcilePlan plan) {
    List<Refusal> refusals = refusals(plan);
    if (!refusals.isEmpty()) {
      throw new RemovalsRefusedException(refusals);
    }
  }

  /**
   * What this guard does not allow of a plan.
   *
   * @param plan what is to be carried out
   * @return a refusal for each limit that the plan passes, those of the whole plan first; empty
   *     where it is allowed; unmodifiable
   */
  public List<Refusal> refusals(ReconcilePlan plan) {
    List<Refusal> refusals = new ArrayList<>();
    checkNumber(plan, refusals);
    checkShare(plan, refusals);
    plan.groups().forEach(group -> check(group, refusals));
    return List.copyOf(refusals);
  }

  private void checkNumber(ReconcilePlan plan, List<Refusal> refusals) {
    if (!ofPlan.allowsNumber(plan.removals())) {
      refusals.add(
          Refusal.of(
              RemovalRule.TOO_MANY_REMOVALS,
              "the plan removes %d memberships, and the guard allows %d"
                  .formatted(plan.removals(), ofPlan.number())));
    }
  }

  private void checkShare(ReconcilePlan plan, List<Refusal> refusals) {
    long present = plan.groups().stream().mapToLong(GroupChanges::membersPresent).sum();
    if (!ofPlan.allowsShare(plan.removals(), present)) {
      refusals.add(
          Refusal.of(
              RemovalRule.TOO_LARGE_SHARE,
              "the plan removes %d of the %d memberships of its groups, and the guard allows %s"
                  .formatted(plan.removals(), present, ofPlan.percent())));
    }
  }

  private void check(GroupChanges group, List<Refusal> refusals) {
    int removals = group.removals().size();
    if (!ofGroup.allowsNumber(removals)) {
      refusals.add(
          Refusal.of(
              RemovalRule.TOO_MANY_REMOVALS_OF_GROUP,
              group.groupId(),
              "the plan removes %d members of group %s, and the guard allows %d"
                  .formatted(removals, Refusal.GROUP, ofGroup.number())));
    }
    if (!ofGroup.allowsShare(removals, group.membersPresent())) {
      refusals.add(
          Refusal.of(
              RemovalRule.TOO_LARGE_SHARE_OF_GROUP,
              group.groupId(),
              "the plan removes %d of the %d members of group %s, and the guard allows %s"
                  .formatted(removals, group.membersPresent(), Refusal.GROUP, ofGroup.percent())));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RemovalGuard that
        && ofPlan.equals(that.ofPlan)
        && ofGroup.equals(that.ofGroup);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ofPlan, ofGroup);
  }

  @Override
  public String toString() {
    return "RemovalGuard[maxRemovals=%d, maxShare=%s, maxRemovalsOfGroup=%d, maxShareOfPlan=%s]"
        .formatted(ofPlan.number(), ofGroup.share(), ofGroup.number(), ofPlan.share());
  }
}
