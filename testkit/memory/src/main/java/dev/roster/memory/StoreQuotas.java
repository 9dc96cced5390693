package dev.roster.memory;

/**
 * How much a store holds. What goes beyond is refused with {@link
 * dev.roster.ErrorCode#QUOTA_EXCEEDED}; what was there when a quota was lowered stays.
 *
 * @param users the most users
 * @param groups the most groups
 * @param groupsPerUser the most groups that one user may be in
 */
public record StoreQuotas(int users, int groups, int groupsPerUser) {

  private static final int DOCUMENTED_USERS = 100_000;
  private static final int DOCUMENTED_GROUPS = 100_000;
  private static final int DOCUMENTED_GROUPS_PER_USER = 1_000;

  /**
   * Checks that the numbers can be kept.
   *
   * @param users the most users, zero or more
   * @param groups the most groups, zero or more
   * @param groupsPerUser the most groups that one user may be in, zero or more
   * @throws IllegalArgumentException if one is negative
   */
  public StoreQuotas {
    requireNotNegative("users", users);
    requireNotNegative("groups", groups);
    requireNotNegative("groups per user", groupsPerUser);
  }

  /**
   * What services document: 100,000 users, 100,000 groups, and 1,000 groups for each user.
   *
   * @return the quotas that a new store has
   */
  public static StoreQuotas documented() {
    return new StoreQuotas(DOCUMENTED_USERS, DOCUMENTED_GROUPS, DOCUMENTED_GROUPS_PER_USER);
  }

  /**
   * As much as memory holds.
   *
   * @return quotas that nothing exceeds
   */
  public static StoreQuotas unlimited() {
    return new StoreQuotas(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static void requireNotNegative(String name, int quota) {
    if (quota < 0) {
      throw new IllegalArgumentException(
          "the quota of %s must not be negative, but is %d".formatted(name, quota));
    }
  }
}
