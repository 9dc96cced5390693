package dev.roster.memory.internal.driver;

import dev.roster.ErrorCode;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.ExternalId;
import dev.roster.directory.Field;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryEntities;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The users or the groups of a store in memory, each call as one request. */
final class MemoryEntries<I, E extends DirectoryEntry<I, E>> implements EntryDriver<I, E> {

  private final MemoryIdentityStore store;
  private final MemoryEntities<I> entities;
  private final MemoryEntryKind<I, E> kind;
  private final EntryTraits<E> traits;

  MemoryEntries(MemoryIdentityStore store, MemoryEntities<I> entities, MemoryEntryKind<I, E> kind) {
    this.store = store;
    this.entities = entities;
    this.kind = kind;
    this.traits = kind.traits(store.traits());
  }

  @Override
  public EntryTraits<E> traits() {
    return traits;
  }

  @Override
  public E get(I id, AttemptContext attempt) throws InterruptedException {
    return handle(kind.requests().get(), attempt, () -> entry(entities.get(id)));
  }

  @Override
  public List<E> getAll(List<I> ids, AttemptContext attempt) throws InterruptedException {
    return handle(kind.requests().get(), attempt, () -> present(ids));
  }

  private List<E> present(List<I> ids) {
    Set<I> known = entities.ids();
    return ids.stream().filter(known::contains).map(entities::get).map(this::entry).toList();
  }

  private E entry(MemoryEntity<I> entity) {
    E entry = kind.entry().apply(entity);
    return traits.revisions()
        ? kind.marked().apply(entry, Long.toString(entity.revision()))
        : entry;
  }

  @Override
  public I find(LookupKey<E> key, LookupWay way, AttemptContext attempt)
      throws InterruptedException {
    return handle(kind.requests().find(), attempt, () -> found(key));
  }

  private I found(LookupKey<E> key) {
    ExternalId externalId = key.externalId().orElse(null);
    return externalId == null
        ? entities.find(path(key), key.value())
        : entities.findByExternalId(externalId.issuer(), externalId.id());
  }

  @Override
  public RawPage<E> list(@Nullable LookupKey<E> filter, PageRequest page, AttemptContext attempt)
      throws InterruptedException {
    return store.gate().page(kind.requests().list(), attempt, page, asked -> listed(filter, asked));
  }

  private RawPage<E> listed(@Nullable LookupKey<E> filter, PageRequest page) {
    var read = entities.list(selection(filter), page);
    return RawPage.of(
        read.items().stream().map(this::entry).toList(), read.nextToken().orElse(null));
  }

  private AttributeFilter selection(@Nullable LookupKey<E> filter) {
    if (filter == null) {
      return AttributeFilter.all();
    }
    return traits.filter(filter.kind()) == EntryTraits.Filter.FUZZY
        ? AttributeFilter.containing(path(filter), filter.value())
        : AttributeFilter.equalTo(path(filter), filter.value());
  }

  private String path(LookupKey<E> key) {
    return Objects.requireNonNull(kind.keyPaths().get(key.kind()));
  }

  @Override
  public CreatedEntry<I> create(FieldValues<E> fields, AttemptContext attempt)
      throws InterruptedException {
    return handle(
        kind.requests().create(),
        attempt,
        () -> CreatedEntry.of(entities.create(with(Attributes.none(), fields))));
  }

  @Override
  public void update(I id, FieldChanges<E> changes, AttemptContext attempt)
      throws InterruptedException {
    handle(
        kind.requests().update(),
        attempt,
        () -> {
          entities.update(id, present -> changed(present, changes));
          return id;
        });
  }

  @Override
  public void update(I id, FieldChanges<E> changes, String revision, AttemptContext attempt)
      throws InterruptedException {
    handle(
        kind.requests().update(),
        attempt,
        () -> {
          entities.update(id, revision, present -> changed(present, changes));
          return id;
        });
  }

  private Attributes changed(Attributes present, FieldChanges<E> changes) {
    Attributes changed = with(present, changes.values());
    for (Field<E, ?> cleared : changes.cleared()) {
      changed = changed.without(cleared.name());
    }
    return changed;
  }

  private Attributes with(Attributes present, FieldValues<E> values) {
    Attributes changed = present;
    for (Field<E, ?> field : values.fields()) {
      AttributeForm<?> form = Objects.requireNonNull(kind.fields().get(field));
      changed = changed.with(field.name(), form.stored(values.get(field).orElseThrow()));
    }
    return changed;
  }

  @Override
  public void delete(I id, AttemptContext attempt) throws InterruptedException {
    handle(
        kind.requests().delete(),
        attempt,
        () -> {
          entities.delete(id);
          return id;
        });
  }

  @Override
  public void delete(I id, String revision, AttemptContext attempt) throws InterruptedException {
    handle(
        kind.requests().delete(),
        attempt,
        () -> {
          entities.delete(id, revision);
          return id;
        });
  }

  /** A store that tells says which conflict it is. */
  private <T> T handle(StoreOperation operation, AttemptContext attempt, Supplier<T> service)
      throws InterruptedException {
    try {
      return store.gate().handle(operation, attempt, service);
    } catch (MemoryStoreException refused) {
      if (refused.isUniquenessViolation() && store.traits().addingTells()) {
        throw MemoryStoreException.refused(
            ErrorCode.ALREADY_EXISTS, String.valueOf(refused.getMessage()));
      }
      throw refused;
    }
  }
}
