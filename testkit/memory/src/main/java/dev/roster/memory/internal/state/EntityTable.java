package dev.roster.memory.internal.state;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.internal.attributes.Selection;
import dev.roster.memory.internal.attributes.UniqueAttributes;
import dev.roster.memory.internal.attributes.UniqueKey;
import dev.roster.memory.internal.paging.SortedRows;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** All users, or all groups, of one state. Not thread-safe: the store locks. */
public final class EntityTable<I> {

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

  public SortedRows<EntityRow<I>> rows() {
    return inOrder;
  }

  public Set<I> ids() {
    return Set.copyOf(byId.keySet());
  }

  public boolean contains(I id) {
    return byId.containsKey(id);
  }

  public long nextSequence() {
    return lastSequence + 1;
  }

  public EntityRow<I> require(I id) {
    EntityRow<I> row = byId.get(id);
    if (row == null) {
      throw MemoryStoreException.notFound(kind, String.valueOf(id));
    }
    return row;
  }

  private boolean isUnique(String path) {
    return unique.paths().contains(path);
  }

  /** All rows, or the only one that a selection by a unique attribute can want. */
  public SortedRows<EntityRow<I>> candidates(Selection selection) {
    UniqueKey key = selection.exactly();
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

  public EntityRow<I> find(String path, String value) {
    if (!isUnique(path)) {
      throw MemoryStoreException.refused(
          ErrorCode.INVALID_ARGUMENT,
          "%s is not unique; unique are %s".formatted(path, unique.paths()));
    }
    return requireKey(UniqueKey.of(path, value));
  }

  public EntityRow<I> requireKey(UniqueKey key) {
    EntityRow<I> row = byKey.get(key);
    if (row == null) {
      throw MemoryStoreException.notFound(kind);
    }
    return row;
  }

  /** Refuses attributes of which another has a unique one. */
  public void requireUnique(I id, Attributes attributes) {
    for (UniqueKey key : unique.keys(attributes.asMap())) {
      EntityRow<I> holder = byKey.get(key);
      if (holder != null && !holder.id().equals(id)) {
        throw MemoryStoreException.notUnique(kind, key.path());
      }
    }
  }

  public void add(long sequence, MemoryEntity<I> entity) {
    EntityRow<I> row = new EntityRow<>(sequence, entity);
    lastSequence = sequence;
    byId.put(entity.id(), row);
    inOrder.append(row);
    unique.keys(entity.attributes().asMap()).forEach(key -> byKey.put(key, row));
  }

  public void replace(MemoryEntity<I> changed) {
    EntityRow<I> row = require(changed.id());
    byKey.keySet().removeAll(unique.keys(row.entity().attributes().asMap()));
    row.become(changed);
    unique.keys(changed.attributes().asMap()).forEach(key -> byKey.put(key, row));
  }

  void remove(EntityRow<I> row) {
    byId.remove(row.id());
    inOrder.remove(row);
    unique.keys(row.entity().attributes().asMap()).forEach(byKey::remove);
  }
}
