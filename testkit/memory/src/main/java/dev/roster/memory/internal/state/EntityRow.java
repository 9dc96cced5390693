package dev.roster.memory.internal.state;

import dev.roster.memory.MemoryEntity;
import dev.roster.memory.internal.paging.Sequenced;
import dev.roster.memory.internal.paging.SortedRows;

/** A user or a group in its place, with what joins it to the other side. */
public final class EntityRow<I> implements Sequenced {

  private final long sequence;
  private final SortedRows<MembershipRow> memberships = new SortedRows<>();
  private MemoryEntity<I> entity;

  EntityRow(long sequence, MemoryEntity<I> entity) {
    this.sequence = sequence;
    this.entity = entity;
  }

  @Override
  public long sequence() {
    return sequence;
  }

  public I id() {
    return entity.id();
  }

  public MemoryEntity<I> entity() {
    return entity;
  }

  void become(MemoryEntity<I> changed) {
    entity = changed;
  }

  public SortedRows<MembershipRow> memberships() {
    return memberships;
  }
}
