package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns a state into values and back. */
final class Snapshots {

  private Snapshots() {}

  static StoreSnapshot of(IdentityStoreId id, StoreState state) {
    return new StoreSnapshot(
        id,
        values(state.users(), each -> new MemoryUser(each.id(), each.attributes(), each.audit())),
        values(state.groups(), each -> new MemoryGroup(each.id(), each.attributes(), each.audit())),
        state.memberships().inOrder().stream()
            .map(row -> MembershipTable.membership(id, row))
            .toList());
  }

  /** Checks what a store checks, but for quotas. */
  static StoreState state(IdentityStoreId id, StoreSnapshot snapshot) {
    require(
        snapshot.identityStoreId().equals(id),
        "the snapshot is of store %s",
        snapshot.identityStoreId());
    StoreState state = new StoreState();
    for (MemoryUser user : snapshot.users()) {
      add(state.users(), new Entity<>(user.userId(), user.attributes(), user.audit()));
    }
    for (MemoryGroup group : snapshot.groups()) {
      add(state.groups(), new Entity<>(group.groupId(), group.attributes(), group.audit()));
    }
    for (Membership membership : snapshot.memberships()) {
      add(id, state, membership);
    }
    return state;
  }

  private static <I> void add(EntityTable<I> table, Entity<I> entity) {
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

  private static <I, V> List<V> values(EntityTable<I> table, Function<Entity<I>, V> value) {
    List<V> values = new ArrayList<>(table.rows().size());
    for (int each = 0; each < table.rows().size(); each++) {
      values.add(value.apply(table.rows().get(each).entity()));
    }
    return values;
  }
}
