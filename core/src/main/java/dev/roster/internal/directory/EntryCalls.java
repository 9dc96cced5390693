package dev.roster.internal.directory;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.internal.call.Call;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.internal.directory.Lookup.Found;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.internal.paging.Listing;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.InvalidInputException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls about the users or the groups of a store.
 *
 * @param <I> the type of the identifier
 * @param <E> the type of the entry
 */
public final class EntryCalls<I, E extends DirectoryEntry<I, E>> {

  private final CallPipeline pipeline;
  private final LookupMemory lookups;
  private final CallOptions options;
  private final EntryKind<I, E> kind;

  /**
   * Calls of a client.
   *
   * @param pipeline the way of every call
   * @param lookups which way of looking something up the service has turned out to take
   * @param options what the calls do differently
   * @param kind users or groups
   */
  public EntryCalls(
      CallPipeline pipeline, LookupMemory lookups, CallOptions options, EntryKind<I, E> kind) {
    this.pipeline = pipeline;
    this.lookups = lookups;
    this.options = options;
    this.kind = kind;
  }

  /**
   * Which client method a call is.
   *
   * @return the methods of this kind
   */
  public EntryKind.Methods methods() {
    return kind.methods();
  }

  /**
   * What the service can do with them.
   *
   * @return empty where the provider has no directory
   */
  public Optional<EntryTraits<E>> traits() {
    return pipeline.driver() instanceof DirectoryDriver directory
        ? Optional.of(kind.driver().apply(directory).traits())
        : Optional.empty();
  }

  /**
   * Reads one.
   *
   * @param id its identifier
   * @return the entry
   */
  public E get(I id) {
    ClientMethod method = kind.methods().get();
    EntryDriver<I, E> driver = driver(method);
    return pipeline.call(
        method, subject(kind.operations().get(), id), options, call -> read(call, driver, id));
  }

  /**
   * Reads several.
   *
   * @param ids their identifiers
   * @return those that exist, in the order given
   */
  public Map<I, E> getAll(Collection<I> ids) {
    EntryDriver<I, E> driver = driver(kind.methods().get());
    if (driver.traits().idsPerQuery() == 0) {
      throw pipeline.failure(
          kind.methods().get(),
          ErrorCode.UNSUPPORTED,
          "the service reads one %s in a request; nothing was sent".formatted(kind.word()));
    }
    return new EntryQueries<>(pipeline, options, kind, driver, this::get).run(ids);
  }

  private E read(Call call, EntryDriver<I, E> driver, I id) throws RequestFailed {
    return call.send(kind.operations().get(), attempt -> driver.get(id, attempt));
  }

  /**
   * Finds the identifier of one.
   *
   * @param key what it is found by
   * @return empty where there is none
   */
  public Optional<I> findId(LookupKey<E> key) {
    ClientMethod method = kind.methods().findId();
    EntryDriver<I, E> driver = driver(method);
    return pipeline.call(
        method,
        subject(method, driver, key),
        options,
        call -> Optional.ofNullable(lookup(call, driver, key).run(call::send)).map(Found::id));
  }

  /**
   * Finds one.
   *
   * @param key what it is found by
   * @return empty where there is none
   */
  public Optional<E> find(LookupKey<E> key) {
    ClientMethod method = kind.methods().find();
    EntryDriver<I, E> driver = driver(method);
    return pipeline.call(
        method,
        subject(method, driver, key),
        options,
        call -> entry(call, driver, key, lookup(call, driver, key).run(call::send)));
  }

  private Optional<E> entry(
      Call call, EntryDriver<I, E> driver, LookupKey<E> key, @Nullable Found<I, E> found)
      throws RequestFailed {
    if (found == null) {
      return Optional.empty();
    }
    E listed = found.entry();
    if (listed != null) {
      return Optional.of(listed);
    }
    try {
      E entry = read(call, driver, found.id());
      boolean other = key.kind() == LookupKey.Kind.NAME && !entry.has(key);
      return other ? Optional.empty() : Optional.of(entry);
    } catch (RequestFailed failed) {
      if (Lookup.isMissing(kind, failed)) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * Lists them.
   *
   * @param filter shows what the service's own filter finds; null for all
   * @return a listing, of which nothing has been read
   */
  public Listing<E> list(@Nullable LookupKey<E> filter) {
    ClientMethod method = kind.methods().list();
    EntryDriver<I, E> driver = driver(method);
    if (filter != null && driver.traits().filter(filter.kind()) == EntryTraits.Filter.NONE) {
      throw pipeline.failure(
          method,
          ErrorCode.UNSUPPORTED,
          "the service cannot filter %ss by %s; nothing was sent"
              .formatted(kind.word(), filter.kind().words()));
    }
    return new EntryListing<>(pipeline, options, kind, driver, filter);
  }

  /**
   * Creates one.
   *
   * @param fields its fields
   * @return its identifier
   */
  public CreatedEntry<I> create(FieldValues<E> fields) {
    ClientMethod method = kind.methods().create();
    EntryDriver<I, E> driver = driver(method);
    Objects.requireNonNull(fields, "fields must not be null");
    CallSubject subject =
        new CallSubject(
            () -> "a new " + kind.word(), rules -> FieldCheck.ofNew(kind, driver, fields));
    return pipeline.call(method, subject, options, call -> created(call, driver, fields));
  }

  private CreatedEntry<I> created(Call call, EntryDriver<I, E> driver, FieldValues<E> fields)
      throws RequestFailed {
    LookupKey<E> name = kind.nameKey(fields.get(kind.nameField()).orElseThrow());
    return new EntryWrite<>(call, kind, driver, null).create(fields, lookup(call, driver, name));
  }

  /**
   * Changes one.
   *
   * @param id its identifier
   * @param changes what changes
   * @param revision the only version that is changed; null for whichever there is
   */
  public void update(I id, FieldChanges<E> changes, @Nullable String revision) {
    ClientMethod method = kind.methods().update();
    EntryDriver<I, E> driver = driver(method, revision);
    Objects.requireNonNull(changes, "changes must not be null");
    CallSubject subject =
        checked(
            subject(kind.operations().update(), id),
            () -> {
              FieldCheck.ofChanges(kind, driver, changes);
              checkRevision(driver, revision);
            });
    pipeline.call(
        method,
        subject,
        options,
        call -> new EntryWrite<>(call, kind, driver, revision).update(id, changes));
  }

  /**
   * Deletes one.
   *
   * @param id its identifier
   * @param revision the only version that is deleted; null for whichever there is
   */
  public void delete(I id, @Nullable String revision) {
    ClientMethod method = kind.methods().delete();
    EntryDriver<I, E> driver = driver(method, revision);
    CallSubject subject =
        checked(subject(kind.operations().delete(), id), () -> checkRevision(driver, revision));
    pipeline.call(
        method,
        subject,
        options,
        call -> new EntryWrite<>(call, kind, driver, revision).delete(id));
  }

  private static CallSubject checked(CallSubject subject, Runnable check) {
    return new CallSubject(
        subject.words(),
        rules -> {
          subject.ids().accept(rules);
          check.run();
        });
  }

  private static void checkRevision(EntryDriver<?, ?> driver, @Nullable String revision) {
    if (revision != null) {
      FieldCheck.ofRevision(driver, revision);
    }
  }

  private EntryDriver<I, E> driver(ClientMethod method, @Nullable String revision) {
    EntryDriver<I, E> driver = driver(method);
    if (revision != null && !driver.traits().revisions()) {
      throw pipeline.failure(
          method,
          ErrorCode.UNSUPPORTED,
          "the service has no revisions of %ss; nothing was sent".formatted(kind.word()));
    }
    return driver;
  }

  private Lookup<I, E> lookup(Call call, EntryDriver<I, E> driver, LookupKey<E> key) {
    return new Lookup<>(call, kind, driver, lookups, key);
  }

  private EntryDriver<I, E> driver(ClientMethod method) {
    if (pipeline.driver() instanceof DirectoryDriver directory) {
      return kind.driver().apply(directory);
    }
    throw pipeline.failure(
        method, ErrorCode.UNSUPPORTED, "the provider has no users and groups; nothing was sent");
  }

  private CallSubject subject(Operation operation, I id) {
    Objects.requireNonNull(id, () -> kind.word() + " id must not be null");
    return new CallSubject(
        () -> "%s %s".formatted(kind.word(), id),
        rules -> kind.idCheck().check(rules, operation, id));
  }

  /** The words leave the value out, which is personal data. */
  private CallSubject subject(ClientMethod method, EntryDriver<I, E> driver, LookupKey<E> key) {
    Objects.requireNonNull(key, "key must not be null");
    if (driver.traits().lookups(key).isEmpty()) {
      throw pipeline.failure(
          method,
          ErrorCode.UNSUPPORTED,
          "the service cannot look a %s up by %s; nothing was sent"
              .formatted(kind.word(), key.kind().words()));
    }
    return new CallSubject(
        () -> "a %s by %s".formatted(kind.word(), key.kind().words()),
        rules -> checkKey(driver, key));
  }

  private void checkKey(EntryDriver<I, E> driver, LookupKey<E> key) throws InvalidInputException {
    driver.check(key);
  }
}
