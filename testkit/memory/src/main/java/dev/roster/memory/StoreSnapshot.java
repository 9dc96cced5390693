package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.UserId;
import java.util.List;
import java.util.Objects;

/**
 * All that a store holds at one moment, in the order in which it was made. Immutable.
 *
 * @param identityStoreId the store
 * @param users its users
 * @param groups its groups
 * @param memberships its memberships
 */
public record StoreSnapshot(
    IdentityStoreId identityStoreId,
    List<MemoryEntity<UserId>> users,
    List<MemoryEntity<GroupId>> groups,
    List<Membership> memberships) {

  /**
   * Copies the lists. Whether they fit together is checked by {@link MemoryIdentityStore#restore}.
   *
   * @param identityStoreId the store
   * @param users its users
   * @param groups its groups
   * @param memberships its memberships
   */
  public StoreSnapshot {
    Objects.requireNonNull(identityStoreId, "identity store id must not be null");
    users = List.copyOf(users);
    groups = List.copyOf(groups);
    memberships = List.copyOf(memberships);
  }
}
