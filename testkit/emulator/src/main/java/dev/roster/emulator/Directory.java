package dev.roster.emulator;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryGroup;
import dev.roster.memory.MemoryGroups;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryUser;
import dev.roster.memory.MemoryUsers;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The users or the groups of a store, so that one code serves both. */
record Directory(
    Function<Attributes, String> create,
    Function<String, Entity> get,
    BiConsumer<String, UnaryOperator<Attributes>> update,
    Consumer<String> delete,
    BinaryOperator<String> find,
    BinaryOperator<String> findByExternalId,
    BiFunction<AttributeFilter, PageRequest, RawPage<Entity>> list) {

  /** A user or a group. */
  record Entity(String id, Attributes attributes, AuditDetails audit) {

    private static Entity of(MemoryUser user) {
      return new Entity(user.userId().value(), user.attributes(), user.audit());
    }

    private static Entity of(MemoryGroup group) {
      return new Entity(group.groupId().value(), group.attributes(), group.audit());
    }
  }

  static Directory users(MemoryIdentityStore store) {
    MemoryUsers users = store.users();
    return new Directory(
        attributes -> users.create(attributes).value(),
        id -> Entity.of(users.get(new UserId(id))),
        (id, change) -> users.update(new UserId(id), change),
        id -> users.delete(new UserId(id)),
        (path, value) -> users.find(path, value).value(),
        (issuer, id) -> users.findByExternalId(issuer, id).value(),
        (filter, page) -> map(users.list(filter, page), Entity::of));
  }

  static Directory groups(MemoryIdentityStore store) {
    MemoryGroups groups = store.groups();
    return new Directory(
        attributes -> groups.create(attributes).value(),
        id -> Entity.of(groups.get(new GroupId(id))),
        (id, change) -> groups.update(new GroupId(id), change),
        id -> groups.delete(new GroupId(id)),
        (path, value) -> groups.find(path, value).value(),
        (issuer, id) -> groups.findByExternalId(issuer, id).value(),
        (filter, page) -> map(groups.list(filter, page), Entity::of));
  }

  private static <T> RawPage<Entity> map(RawPage<T> page, Function<T, Entity> entity) {
    return RawPage.of(page.items().stream().map(entity).toList(), page.nextToken().orElse(null));
  }
}
