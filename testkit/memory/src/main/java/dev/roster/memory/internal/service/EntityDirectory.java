package dev.roster.memory.internal.service;

import dev.roster.ErrorCode;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreQuotas;
import dev.roster.memory.internal.attributes.Selection;
import dev.roster.memory.internal.attributes.UniqueKey;
import dev.roster.memory.internal.paging.Pages;
import dev.roster.memory.internal.state.EntityRow;
import dev.roster.memory.internal.state.EntityTable;
import dev.roster.memory.internal.state.SharedState;
import dev.roster.memory.internal.state.StoreState;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the users and the groups of a store have in common. */
public final class EntityDirectory<I> {

  private final SharedState state;
  private final Pages pages;
  private final EntityKind<I> kind;
  private final AuditClock clock;
  private final Supplier<StoreQuotas> quotas;

  public EntityDirectory(
      SharedState state,
      Pages pages,
      AuditClock clock,
      Supplier<StoreQuotas> quotas,
      EntityKind<I> kind) {
    this.state = state;
    this.pages = pages;
    this.clock = clock;
    this.quotas = quotas;
    this.kind = kind;
  }

  public I create(Attributes attributes) {
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

  public boolean add(I id, Attributes attributes) {
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

  public MemoryEntity<I> get(I id) {
    return state.read(seen -> table(seen).require(id).entity());
  }

  public MemoryEntity<I> update(I id, @Nullable String revision, UnaryOperator<Attributes> change) {
    return state.write(
        writer -> {
          MemoryEntity<I> before = require(writer, id, revision);
          Attributes changed =
              Objects.requireNonNull(
                  change.apply(before.attributes()), "an update must not return null");
          table(writer.state()).requireUnique(id, changed);
          MemoryEntity<I> after =
              new MemoryEntity<>(
                  id, changed, clock.updatedNow(before.audit()), before.revision() + 1);
          writer.apply(target -> table(target).replace(after));
          return after;
        });
  }

  public void delete(I id, @Nullable String revision) {
    state.write(
        writer -> {
          require(writer, id, revision);
          writer.apply(target -> target.remove(table(target), id));
          return id;
        });
  }

  private MemoryEntity<I> require(SharedState.Writer writer, I id, @Nullable String revision) {
    MemoryEntity<I> present = table(writer.state()).require(id).entity();
    if (revision != null && !revision.equals(Long.toString(present.revision()))) {
      throw MemoryStoreException.refused(
          ErrorCode.CONCURRENT_MODIFICATION,
          "the revision is %d and not the one that was given".formatted(present.revision()));
    }
    return present;
  }

  public I find(String path, String value) {
    return state.read(seen -> table(seen).find(path, value).id());
  }

  public I findByExternalId(String issuer, String id) {
    return state.read(seen -> table(seen).requireKey(UniqueKey.externalId(issuer, id)).id());
  }

  public RawPage<MemoryEntity<I>> list(Selection selection, PageRequest page) {
    String query = kind.name() + ' ' + selection.text();
    return state.read(
        seen ->
            pages.page(
                table(seen).candidates(selection),
                row -> selection.accepts().test(row.entity().attributes().asMap()),
                EntityRow::entity,
                query,
                page));
  }

  public Set<I> ids() {
    return state.readNow(now -> table(now).ids());
  }

  public int count() {
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

  /** Skips an identifier that a test has added. */
  private I freshId(EntityTable<I> table) {
    long number = table.nextSequence();
    I id = kind.id().apply(kind.ids().of(number));
    while (table.contains(id)) {
      id = kind.id().apply(kind.ids().of(++number));
    }
    return id;
  }

  private void add(SharedState.Writer writer, I id, Attributes attributes) {
    MemoryEntity<I> entity = new MemoryEntity<>(id, attributes, clock.madeNow());
    long sequence = table(writer.state()).nextSequence();
    writer.apply(target -> table(target).add(sequence, entity));
  }

  private EntityTable<I> table(StoreState target) {
    return kind.table().apply(target);
  }
}
