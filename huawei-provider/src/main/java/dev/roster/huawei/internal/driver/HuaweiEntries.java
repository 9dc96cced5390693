package dev.roster.huawei.internal.driver;

import dev.roster.IdentityStoreId;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.huawei.internal.attributes.EntryBodies;
import dev.roster.huawei.internal.attributes.EntryFields;
import dev.roster.huawei.internal.attributes.EntryIds;
import dev.roster.huawei.internal.attributes.EntryRules;
import dev.roster.huawei.internal.attributes.EntryWire;
import dev.roster.huawei.internal.attributes.PersonalTexts;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.huawei.internal.requests.ApiRequest;
import dev.roster.huawei.internal.requests.StoreTargets;
import dev.roster.huawei.internal.signing.RequestTarget;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users or the groups of a store, each call one request. */
final class HuaweiEntries<I, E extends DirectoryEntry<I, E>> implements EntryDriver<I, E> {

  private final IdentityStoreId store;
  private final StoreTargets targets;
  private final Exchange exchange;
  private final EntryWire<I, E> wire;
  private final EntryRules<I, E> rules;
  private final EntryTraits<E> traits;

  HuaweiEntries(
      IdentityStoreId store, StoreTargets targets, Exchange exchange, EntryWire<I, E> wire) {
    this.store = store;
    this.targets = targets;
    this.exchange = exchange;
    this.wire = wire;
    this.rules = new EntryRules<>(wire);
    this.traits = rules.traits();
  }

  @Override
  public EntryTraits<E> traits() {
    return traits;
  }

  @Override
  public void check(LookupKey<E> key) {
    rules.check(key);
  }

  @Override
  public void check(FieldValues<E> fields) {
    rules.checkNew(fields);
  }

  @Override
  public void check(FieldChanges<E> changes) {
    rules.check(changes);
  }

  @Override
  public boolean isChanged(E entry, FieldChanges<E> changes) {
    return rules.areDone(changes, entry.fields());
  }

  @Override
  public E get(I id, AttemptContext attempt) throws Exception {
    String text = wire.ids().text().apply(id);
    ApiRequest request = ApiRequest.get(wire.operations().get(), one(id));
    return exchange.send(request, attempt, body -> read(body).requireId(text).entry());
  }

  @Override
  public List<E> getAll(List<I> ids, AttemptContext attempt) throws Exception {
    List<String> texts = ids.stream().map(wire.ids().text()).toList();
    ApiRequest request =
        ApiRequest.post(
            wire.operations().get(),
            targets.one(collection(), "batch-query"),
            EntryBodies.query(wire.names().id() + "s", texts));
    return exchange.send(request, attempt, body -> queried(body, texts));
  }

  /** Not a page: the response has all that there are. */
  private List<E> queried(InputStream body, List<String> asked) throws InvalidResponseException {
    List<E> entries = new ArrayList<>();
    for (EntryFields<I, E> row : rows(body).rows()) {
      entries.add(row.requireStore(store).requireOneOf(asked).entry());
    }
    return entries;
  }

  private EntryFields<I, E> read(InputStream body) throws InvalidResponseException {
    EntryFields<I, E> fields = new EntryFields<>(wire);
    JsonResponse.readWithoutDoubles(body, fields);
    return fields.requireStore(store);
  }

  /** The only way with a request of its own. */
  @Override
  public I find(LookupKey<E> key, LookupWay way, AttemptContext attempt) throws Exception {
    return exchange.send(
        lookup(key).saying(PersonalTexts.of(key.value())),
        attempt,
        body -> EntryIds.read(body, wire.names().id(), store).id(wire.ids().of()));
  }

  private ApiRequest lookup(LookupKey<E> key) {
    return key.externalId()
        .map(id -> lookup(EntryBodies.byExternalId(id)))
        .orElseGet(
            () ->
                lookup(EntryBodies.byUniqueName(wire.shared().uniqueName().name(), key.value()))
                    .guessingSpelling());
  }

  private ApiRequest lookup(byte[] body) {
    return ApiRequest.post(
        wire.operations().find(), targets.one(collection(), wire.names().lookup()), body);
  }

  @Override
  public RawPage<E> list(@Nullable LookupKey<E> filter, PageRequest page, AttemptContext attempt)
      throws Exception {
    return exchange.send(listing(filter, page), attempt, this::page);
  }

  private ApiRequest listing(@Nullable LookupKey<E> filter, PageRequest page) {
    if (filter == null) {
      return ApiRequest.get(wire.operations().list(), targets.page(collection(), page));
    }
    String name = filter.value();
    return ApiRequest.get(
            wire.operations().list(),
            targets.filteredPage(collection(), wire.shared().uniqueName().name(), name, page))
        .saying(PersonalTexts.of(name));
  }

  private RawPage<E> page(InputStream body) throws InvalidResponseException {
    PageFields<EntryFields<I, E>> fields = rows(body);
    List<E> entries = new ArrayList<>();
    for (EntryFields<I, E> row : fields.rows()) {
      entries.add(row.requireStore(store).entry());
    }
    return RawPage.of(entries, fields.nextMarker());
  }

  private PageFields<EntryFields<I, E>> rows(InputStream body) throws InvalidResponseException {
    PageFields<EntryFields<I, E>> fields =
        new PageFields<>(collection(), () -> new EntryFields<>(wire));
    JsonResponse.readWithoutDoubles(body, fields);
    return fields;
  }

  @Override
  public CreatedEntry<I> create(FieldValues<E> fields, AttemptContext attempt) throws Exception {
    byte[] body = EntryBodies.create(wire.carriedByCreate(fields));
    ApiRequest request =
        ApiRequest.post(wire.operations().create(), targets.all(collection()), body)
            .saying(PersonalTexts.ofBody(body));
    return exchange.send(request, attempt, this::created);
  }

  private CreatedEntry<I> created(InputStream body) throws InvalidResponseException {
    CreatedEntry<I> created =
        EntryIds.read(body, wire.names().id(), store).created(wire.ids().of());
    created.oneTimePassword().ifPresent(exchange::keepSecret);
    return created;
  }

  @Override
  public void update(I id, FieldChanges<E> changes, AttemptContext attempt) throws Exception {
    byte[] body =
        EntryBodies.update(
            wire.carried(changes.values()), changes.cleared().stream().map(wire::nameOf).toList());
    ApiRequest request =
        ApiRequest.put(wire.operations().update(), one(id), body)
            .saying(PersonalTexts.ofBody(body));
    exchange.send(request, attempt, Responses::nothing);
  }

  @Override
  public void delete(I id, AttemptContext attempt) throws Exception {
    exchange.send(
        ApiRequest.delete(wire.operations().delete(), one(id)), attempt, Responses::nothing);
  }

  private RequestTarget one(I id) {
    return targets.one(collection(), wire.ids().text().apply(id));
  }

  private String collection() {
    return wire.names().collection();
  }
}
