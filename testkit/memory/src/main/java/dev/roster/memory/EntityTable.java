package dev.roster.memory;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** All users, or all groups, of one state. Not thread-safe: the store locks. */
final class EntityTable<I> {

  private final Resource kind;
  private final UniqueAttributes unique;
  private final Map<I, EntityRow<I>> byId = new HashMap<>();
  private final Map<UniqueKey, EntityRow<I>> byKey = new HashMap<>();
  private final SortedRows<EntityRow<I>> inOrder = new SortedRows<>();
  private long lastSequence;

  EntityTable(Resource kind, UniqueAttributes unique) {
    this.kind = kind;
    this.unique = unique;
  }

  SortedRows<EntityRow<I>> rows() {
    return inOrder;
  }

  Set<I> ids() {
    return Set.copyOf(byId.keySet());
  }

  boolean contains(I id) {
    return byId.containsKey(id);
  }

  long nextSequence() {
    return lastSequence + 1;
  }

  EntityRow<I> require(I id) {
    EntityRow<I> row = byId.get(id);
    if (row == null) {
      throw MemoryStoreException.notFound(kind, String.valueOf(id));
    }
    return row;
  }

  private boolean isUnique(String path) {
    return unique.paths().contains(path);
  }

  /** All rows, or the only one that a filter on a unique attribute can want. */
  SortedRows<EntityRow<I>> candidates(AttributeFilter filter) {
    UniqueKey key = filter.exactly();
    if (key == null || !isUnique(key.path())) {
      return inOrder;
    }
    SortedRows<EntityRow<I>> one = new SortedRows<>();
    EntityRow<I> row = byKey.get(key);
    if (row != null) {
      one.append(row);
    }
    return one;
  }

  EntityRow<I> find(String path, String value) {
    if (!isUnique(path)) {
      throw MemoryStoreException.refused(
          ErrorCode.INVALID_ARGUMENT,
          "%s is not unique; unique are %s".formatted(path, unique.paths()));
    }
    return requireKey(UniqueKey.of(path, value));
  }

  EntityRow<I> requireKey(UniqueKey key) {
    EntityRow<I> row = byKey.get(key);
    if (row == null) {
      throw MemoryStoreException.notFound(kind);
    }
    return row;
  }

  /** Refuses attributes of which another has a unique one. */
  void requireUnique(I id, Attributes attributes) {
    for (UniqueKey key : unique.keys(attributes)) {
      EntityRow<I> holder = byKey.get(key);
      if (holder != null && !holder.id().equals(id)) {
        throw MemoryStoreException.notUnique(kind, key.path());
      }
    }
  }

  void add(long sequence, Entity<I> entity) {
    EntityRow<I> row = new EntityRow<>(sequence, entity);
    lastSequence = sequence;
    byId.put(entity.id(), row);
    inOrder.append(row);
    unique.keys(entity.attributes()).forEach(key -> byKey.put(key, row));
  }

  void replace(Entity<I> changed) {
    EntityRow<I> row = require(changed.id());
    byKey.keySet().removeAll(unique.keys(row.entity().attributes()));
    row.become(changed);
    unique.keys(changed.attributes()).forEach(key -> byKey.put(key, row));
  }

  void remove(EntityRow<I> row) {
    byId.remove(row.id());
    inOrder.remove(row);
    unique.keys(row.entity().attributes()).forEach(byKey::remove);
  }
}
