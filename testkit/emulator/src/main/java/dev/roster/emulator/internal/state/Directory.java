package dev.roster.emulator.internal.state;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryEntities;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The users or the groups of a store, by the texts that are their identifiers on the wire.
 *
 * @param <I> what the store knows them by
 */
public final class Directory<I> {

  private final MemoryEntities<I> entities;
  private final Function<String, I> id;

  private Directory(MemoryEntities<I> entities, Function<String, I> id) {
    this.entities = entities;
    this.id = id;
  }

  public static Directory<UserId> users(MemoryIdentityStore store) {
    return new Directory<>(store.users(), UserId::new);
  }

  public static Directory<GroupId> groups(MemoryIdentityStore store) {
    return new Directory<>(store.groups(), GroupId::new);
  }

  /** A user or a group. */
  public record Entity(String id, Attributes attributes, AuditDetails audit, String revision) {

    private static Entity of(MemoryEntity<?> entity) {
      return new Entity(
          entity.id().toString(),
          entity.attributes(),
          entity.audit(),
          Long.toString(entity.revision()));
    }
  }

  public String create(Attributes attributes) {
    return text(entities.create(attributes));
  }

  public Entity get(String text) {
    return Entity.of(entities.get(id.apply(text)));
  }

  public Entity update(String text, UnaryOperator<Attributes> change) {
    return Entity.of(entities.update(id.apply(text), change));
  }

  public Entity update(String text, String revision, UnaryOperator<Attributes> change) {
    return Entity.of(entities.update(id.apply(text), revision, change));
  }

  public void delete(String text) {
    entities.delete(id.apply(text));
  }

  public void delete(String text, String revision) {
    entities.delete(id.apply(text), revision);
  }

  public String find(String path, String value) {
    return text(entities.find(path, value));
  }

  public String findByExternalId(String issuer, String externalId) {
    return text(entities.findByExternalId(issuer, externalId));
  }

  public RawPage<Entity> list(AttributeFilter filter, PageRequest page) {
    RawPage<MemoryEntity<I>> found = entities.list(filter, page);
    return RawPage.of(
        found.items().stream().map(Entity::of).toList(), found.nextToken().orElse(null));
  }

  private static String text(Object id) {
    return id.toString();
  }
}
