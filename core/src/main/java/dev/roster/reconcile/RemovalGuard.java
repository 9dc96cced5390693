package dev.roster.reconcile;

import java.math.BigDecimal;
import java.util.Locale;
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

  private static final RemovalGuard DEFAULTS =
      new RemovalGuard(DEFAULT_MAX_REMOVALS, DEFAULT_MAX_SHARE);
  private static final RemovalGuard ALLOWING_ALL = new RemovalGuard(Long.MAX_VALUE, 1);

  private final long maxRemovals;
  private final double maxShare;

  private RemovalGuard(long maxRemovals, double maxShare) {
    if (maxRemovals < 0) {
      throw new IllegalArgumentException("maxRemovals must not be negative, but is " + maxRemovals);
    }
    if (!(maxShare >= 0 && maxShare <= 1)) {
      throw new IllegalArgumentException("maxShare must be from 0 to 1, but is " + maxShare);
    }
    this.maxRemovals = maxRemovals;
    this.maxShare = maxShare;
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
    return new RemovalGuard(most, maxShare);
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
    return new RemovalGuard(maxRemovals, most);
  }

  /**
   * The most memberships that a plan may remove, over all its groups.
   *
   * @return zero or more
   */
  public long maxRemovals() {
    return maxRemovals;
  }

  /**
   * The most of a group's members that a plan may remove.
   *
   * @return from 0.0, none, to 1.0, all
   */
  public double maxShare() {
    return maxShare;
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
              .formatted(plan.removals(), maxRemovals),
          null);
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
              RemovalsRefusedException.GROUP,
              maxShare * 100),
          group.groupId());
    }
  }

  /** In decimals, as the share was written: in binary, 0.29 of 100 is less than 29. */
  private BigDecimal allowed(GroupChanges group) {
    return BigDecimal.valueOf(maxShare).multiply(BigDecimal.valueOf(group.membersPresent()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RemovalGuard that
        && maxRemovals == that.maxRemovals
        && Double.compare(maxShare, that.maxShare) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxRemovals, maxShare);
  }

  @Override
  public String toString() {
    return "RemovalGuard[maxRemovals=%d, maxShare=%s]".formatted(maxRemovals, maxShare);
  }
}
