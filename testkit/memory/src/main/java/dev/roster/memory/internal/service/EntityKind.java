package dev.roster.memory.internal.service;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.StoreQuotas;
import dev.roster.memory.internal.state.EntityTable;
import dev.roster.memory.internal.state.FakeIds;
import dev.roster.memory.internal.state.StoreState;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Where users and groups differ.
 *
 * @param name names them in messages and page tokens
 * @param ids makes identifiers
 * @param id the type of an identifier
 * @param table where they are kept
 * @param quota how many there may be
 * @param <I> the type of identifier
 */
public record EntityKind<I>(
    String name,
    FakeIds ids,
    Function<String, I> id,
    Function<StoreState, EntityTable<I>> table,
    ToIntFunction<StoreQuotas> quota) {

  /** The users. */
  public static final EntityKind<UserId> USERS =
      new EntityKind<>("users", FakeIds.USERS, UserId::new, StoreState::users, StoreQuotas::users);

  /** The groups. */
  public static final EntityKind<GroupId> GROUPS =
      new EntityKind<>(
          "groups", FakeIds.GROUPS, GroupId::new, StoreState::groups, StoreQuotas::groups);
}
