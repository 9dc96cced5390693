package dev.roster.reconcile;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How much a plan may remove before the caller has to confirm that it is meant. An exclusive plan
 * is made from a list that came from elsewhere; when that list is empty or cut short, every member
 * who is missing from it would be removed.
 *
 * @param maxRemovals the most memberships that a plan may remove, over all its groups; zero or more
 * @param maxShare the most of a group's members that a plan may remove, from 0.0, none, to 1.0,
 *     all; it counts for every group by itself
 */
public record RemovalGuard(long maxRemovals, double maxShare) {

  /** The most removals of a plan unless set otherwise. */
  public static final long DEFAULT_MAX_REMOVALS = 100;

  /** The largest share of a group that is removed unless set otherwise. */
  public static final double DEFAULT_MAX_SHARE = 0.5;

  private static final RemovalGuard DEFAULTS =
      new RemovalGuard(DEFAULT_MAX_REMOVALS, DEFAULT_MAX_SHARE);
  private static final RemovalGuard ALLOWING_ALL = new RemovalGuard(Long.MAX_VALUE, 1);

  /**
   * Checks the ranges.
   *
   * @param maxRemovals the most memberships that a plan may remove
   * @param maxShare the most of a group's members that it may remove
   * @throws IllegalArgumentException if one is out of its range
   */
  public RemovalGuard {
    if (maxRemovals < 0) {
      throw new IllegalArgumentException("maxRemovals must not be negative, but is " + maxRemovals);
    }
    if (!(maxShare >= 0 && maxShare <= 1)) {
      throw new IllegalArgumentException("maxShare must be from 0 to 1, but is " + maxShare);
    }
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
   * Checks a plan.
   *
   * @param plan what is to be carried out
   * @throws RemovalsRefusedException if it removes more than this guard allows
   */
  public void check(ReconcilePlan plan) {
    if (plan.removals() > maxRemovals) {
      throw new RemovalsRefusedException(
          "the plan removes %d memberships, and the guard allows %d"
              .formatted(plan.removals(), maxRemovals));
    }
    plan.groups().forEach(this::checkShare);
  }

  private void checkShare(GroupChanges group) {
    int removals = group.removals().size();
    if (BigDecimal.valueOf(removals).compareTo(allowed(group)) > 0) {
      throw new RemovalsRefusedException(
          String.format(
              Locale.ROOT,
              "the plan removes %d of the %d members of group %s, and the guard allows %.4g %%",
              removals,
              group.membersPresent(),
              group.groupId(),
              maxShare * 100));
    }
  }

  /** In decimals, as the share was written: in binary, 0.29 of 100 is less than 29. */
  private BigDecimal allowed(GroupChanges group) {
    return BigDecimal.valueOf(maxShare).multiply(BigDecimal.valueOf(group.membersPresent()));
  }
}
