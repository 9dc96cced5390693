package dev.roster.memory.internal.state;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.StoreSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Turns a state into values and back. */
public final class Snapshots {

  private Snapshots() {}

  public static StoreSnapshot of(IdentityStoreId id, StoreState state) {
    return new StoreSnapshot(
        id,
        values(state.users()),
        values(state.groups()),
        state.memberships().inOrder().stream()
            .map(row -> MembershipTable.membership(id, row))
            .toList());
  }

  /** Checks what a store checks, but for quotas. */
  public static StoreState state(IdentityStoreId id, StoreSnapshot snapshot) {
    require(
        snapshot.identityStoreId().equals(id),
        "the snapshot is of store %s",
        snapshot.identityStoreId());
    StoreState state = new StoreState();
    snapshot.users().forEach(user -> add(state.users(), user));
    snapshot.groups().forEach(group -> add(state.groups(), group));
    snapshot.memberships().forEach(membership -> add(id, state, membership));
    return state;
  }

  private static <I> void add(EntityTable<I> table, MemoryEntity<I> entity) {
    require(!table.contains(entity.id()), "%s is there twice", entity.id());
    table.requireUnique(entity.id(), entity.attributes());
    table.add(table.nextSequence(), entity);
  }

  private static void add(IdentityStoreId id, StoreState state, Membership membership) {
    MembershipTable memberships = state.memberships();
    MembershipId own = membership.membershipId();
    require(membership.identityStoreId().equals(id), "membership %s is of another store", own);
    require(memberships.find(own) == null, "membership %s is there twice", own);
    EntityRow<GroupId> group = state.groups().require(membership.groupId());
    EntityRow<UserId> user = state.member(membership.memberId());
    require(memberships.find(group, user) == null, "membership %s repeats a pair", own);
    memberships.add(memberships.sequenceFor(own), own, group, user, membership.audit());
  }

  private static void require(boolean holds, String message, Object id) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(id));
    }
  }

  private static <I> List<MemoryEntity<I>> values(EntityTable<I> table) {
    List<MemoryEntity<I>> values = new ArrayList<>(table.rows().size());
    for (int each = 0; each < table.rows().size(); each++) {
      values.add(table.rows().get(each).entity());
    }
    return values;
  }
}
