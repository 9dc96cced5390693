package dev.roster.memory;

/** A user or a group in its place, with what joins it to the other side. */
final class EntityRow<I> implements Sequenced {

  private final long sequence;
  private final SortedRows<MembershipRow> memberships = new SortedRows<>();
  private Entity<I> entity;

  EntityRow(long sequence, Entity<I> entity) {
    this.sequence = sequence;
    this.entity = entity;
  }

  @Override
  public long sequence() {
    return sequence;
  }

  I id() {
    return entity.id();
  }

  Entity<I> entity() {
    return entity;
  }

  void become(Entity<I> changed) {
    entity = changed;
  }

  SortedRows<MembershipRow> memberships() {
    return memberships;
  }
}
