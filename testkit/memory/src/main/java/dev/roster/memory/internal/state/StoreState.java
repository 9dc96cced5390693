package dev.roster.memory.internal.state;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.memory.internal.attributes.UniqueAttributes;

/** All that a store holds. Not thread-safe: the store locks. */
public final class StoreState {

  private final EntityTable<UserId> users =
      new EntityTable<>(Resource.MEMBER, UniqueAttributes.OF_USERS);
  private final EntityTable<GroupId> groups =
      new EntityTable<>(Resource.GROUP, UniqueAttributes.OF_GROUPS);
  private final MembershipTable memberships = new MembershipTable();

  public EntityTable<UserId> users() {
    return users;
  }

  public EntityTable<GroupId> groups() {
    return groups;
  }

  public MembershipTable memberships() {
    return memberships;
  }

  /** The only kind of member there is. */
  public EntityRow<UserId> member(MemberId member) {
    return users.require((UserId) member);
  }

  /** Removes a user or a group of the table, and its memberships. */
  public <I> void remove(EntityTable<I> table, I id) {
    EntityRow<I> row = table.require(id);
    memberships.removeAll(row.memberships());
    table.remove(row);
  }

  public void join(long sequence, MembershipId id, GroupId group, UserId user, AuditDetails audit) {
    memberships.add(sequence, id, groups.require(group), users.require(user), audit);
  }

  /**
   * The same state, with the same sequence numbers, that shares no row. It is for reading, and for
   * the changes that the original makes, which carry their sequence numbers.
   */
  StoreState copy() {
    StoreState copy = new StoreState();
    copy(users, copy.users);
    copy(groups, copy.groups);
    for (MembershipRow row : memberships.inOrder()) {
      copy.join(
          row.sequence(), MembershipTable.id(row), row.group().id(), row.user().id(), row.audit());
    }
    return copy;
  }

  private static <I> void copy(EntityTable<I> from, EntityTable<I> to) {
    for (int each = 0; each < from.rows().size(); each++) {
      EntityRow<I> row = from.rows().get(each);
      to.add(row.sequence(), row.entity());
    }
  }
}
