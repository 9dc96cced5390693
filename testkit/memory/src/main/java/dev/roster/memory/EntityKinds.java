package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.EntityDirectory.Kind;

/** The kinds of thing that a store holds by themselves. */
final class EntityKinds {

  static final Kind<UserId, MemoryUser> USERS =
      new Kind<>(
          "users",
          FakeIds.USERS,
          UserId::new,
          StoreState::users,
          user -> new MemoryUser(user.id(), user.attributes(), user.audit()),
          StoreQuotas::users);

  static final Kind<GroupId, MemoryGroup> GROUPS =
      new Kind<>(
          "groups",
          FakeIds.GROUPS,
          GroupId::new,
          StoreState::groups,
          group -> new MemoryGroup(group.id(), group.attributes(), group.audit()),
          StoreQuotas::groups);

  private EntityKinds() {}
}
