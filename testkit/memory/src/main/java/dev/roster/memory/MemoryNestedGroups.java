package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.memory.internal.service.MemberDirectory;

/**
 * Groups that are members of groups, which listings skip. A check counts their members where {@link
 * dev.roster.spi.ServiceTraits#transitiveChecks} is stated. They are not in snapshots. Thread-safe.
 */
public final class MemoryNestedGroups {

  private final MemberDirectory memberships;

  private MemoryNestedGroups(MemberDirectory memberships) {
    this.memberships = memberships;
  }

  /**
   * The nested groups of a store.
   *
   * @param store the store
   * @return a view of it
   */
  public static MemoryNestedGroups of(MemoryIdentityStore store) {
    return new MemoryNestedGroups(store.memberships);
  }

  /**
   * Makes a group a member of another.
   *
   * @param outer an existing group
   * @param inner another group
   * @return whether it is new there
   * @throws MemoryStoreException if the outer group is missing
   */
  public boolean add(GroupId outer, GroupId inner) {
    return memberships.nest(outer, inner);
  }
}
