package dev.roster.memory;

import dev.roster.ErrorCode;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** What the users and the groups of a store have in common. */
final class EntityDirectory<I, V> {

  private final SharedState state;
  private final Pages pages;
  private final Kind<I, V> kind;
  private final AuditClock clock;
  private final Supplier<StoreQuotas> quotas;

  EntityDirectory(
      SharedState state,
      Pages pages,
      AuditClock clock,
      Supplier<StoreQuotas> quotas,
      Kind<I, V> kind) {
    this.state = state;
    this.pages = pages;
    this.clock = clock;
    this.quotas = quotas;
    this.kind = kind;
  }

  /** Where the two differ. */
  record Kind<I, V>(
      String name,
      FakeIds ids,
      Function<String, I> id,
      Function<StoreState, EntityTable<I>> table,
      Function<Entity<I>, V> value,
      ToIntFunction<StoreQuotas> quota) {}

  I create(Attributes attributes) {
    Objects.requireNonNull(attributes, "attributes must not be null");
    return state.write(
        writer -> {
          EntityTable<I> table = table(writer.state());
          requireRoom(table);
          I id = freshId(table);
          table.requireUnique(id, attributes);
          add(writer, id, attributes);
          return id;
        });
  }

  boolean add(I id, Attributes attributes) {
    Objects.requireNonNull(id, "id must not be null");
    Objects.requireNonNull(attributes, "attributes must not be null");
    return state.write(
        writer -> {
          EntityTable<I> table = table(writer.state());
          if (table.contains(id)) {
            return false;
          }
          table.requireUnique(id, attributes);
          add(writer, id, attributes);
          return true;
        });
  }

  V get(I id) {
    return state.read(seen -> value(table(seen).require(id)));
  }

  void update(I id, UnaryOperator<Attributes> change) {
    state.write(
        writer -> {
          Entity<I> before = table(writer.state()).require(id).entity();
          Attributes changed =
              Objects.requireNonNull(
                  change.apply(before.attributes()), "an update must not return null");
          table(writer.state()).requireUnique(id, changed);
          Entity<I> after = new Entity<>(id, changed, clock.updatedNow(before.audit()));
          writer.apply(target -> table(target).replace(after));
          return id;
        });
  }

  void delete(I id) {
    state.write(
        writer -> {
          table(writer.state()).require(id);
          writer.apply(target -> target.remove(table(target), id));
          return id;
        });
  }

  I find(String path, String value) {
    return state.read(seen -> table(seen).find(path, value).id());
  }

  I findByExternalId(String issuer, String id) {
    return state.read(seen -> table(seen).requireKey(UniqueKey.externalId(issuer, id)).id());
  }

  RawPage<V> list(AttributeFilter filter, PageRequest page) {
    String query = kind.name() + ' ' + filter.text();
    return state.read(
        seen ->
            pages.page(
                table(seen).candidates(filter),
                row -> filter.isWanted(row.entity().attributes()),
                this::value,
                query,
                page));
  }

  Set<I> ids() {
    return state.readNow(now -> table(now).ids());
  }

  int count() {
    return state.readNow(now -> table(now).rows().size());
  }

  private void requireRoom(EntityTable<I> table) {
    int quota = kind.quota().applyAsInt(quotas.get());
    if (table.rows().size() >= quota) {
      throw MemoryStoreException.refused(
          ErrorCode.QUOTA_EXCEEDED,
          "the store holds as many %s as it may: %d".formatted(kind.name(), quota));
    }
  }

  /** Skips an identifier that somebody has added by hand. */
  private I freshId(EntityTable<I> table) {
    long number = table.nextSequence();
    I id = kind.id().apply(kind.ids().of(number));
    while (table.contains(id)) {
      id = kind.id().apply(kind.ids().of(++number));
    }
    return id;
  }

  private void add(SharedState.Writer writer, I id, Attributes attributes) {
    Entity<I> entity = new Entity<>(id, attributes, clock.madeNow());
    long sequence = table(writer.state()).nextSequence();
    writer.apply(target -> table(target).add(sequence, entity));
  }

  private EntityTable<I> table(StoreState target) {
    return kind.table().apply(target);
  }

  private V value(EntityRow<I> row) {
    return kind.value().apply(row.entity());
  }
}
