package dev.roster.aws.internal.driver;

import dev.roster.IdentityStoreId;
import dev.roster.aws.internal.attributes.EntryFields;
import dev.roster.aws.internal.driver.JsonExchange.JsonResponse;
import dev.roster.aws.internal.errors.EntryRequestException;
import dev.roster.aws.internal.proof.InvalidResponseException;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.ExternalId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import dev.roster.spi.TextRule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.AlternateIdentifier;
import software.amazon.awssdk.services.identitystore.model.AttributeOperation;
import software.amazon.awssdk.services.identitystore.model.Filter;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreResponse;

/** What the requests about users and those about groups share. */
abstract class AwsEntries<I, E extends DirectoryEntry<I, E>> implements EntryDriver<I, E> {

  /** The longest text that is documented for a revision. */
  private static final TextRule REVISION = TextRule.length("revision", 1, 64);

  private static final TextRule STRICT_REVISION =
      REVISION.matching(Pattern.compile("[0-9]+"), "decimal digits");

  /** The service's filters and look-ups for a name. */
  record Paths(String name, String alternateName, String filter) {}

  /** What the service calls one of them. */
  record Names(String one, String id) {}

  private final IdentityStoreId store;
  private final SdkExchange exchange;
  private final boolean strict;
  private final EntryFields<E> fields;
  private final Paths paths;
  private final Names names;
  private final EntryTraits<E> traits;

  AwsEntries(
      IdentityStoreId store,
      SdkExchange exchange,
      boolean strict,
      EntryFields<E> fields,
      Paths paths,
      Names names,
      EntryTraits.Builder<E> traits) {
    this.store = store;
    this.exchange = exchange;
    this.strict = strict;
    this.fields = fields;
    this.paths = paths;
    this.names = names;
    this.traits =
        traits
            .largestPage(100)
            .filter(LookupKey.Kind.NAME, EntryTraits.Filter.EXACT)
            .lookups(LookupKey.Kind.EXTERNAL_ID, LookupWay.DIRECT)
            .writable(fields.shared())
            .providerFields(fields.hasProviderFields())
            .revisions(exchange.hasJson())
            .build();
  }

  @Override
  public final EntryTraits<E> traits() {
    return traits;
  }

  @Override
  public final void check(FieldValues<E> values) {
    fields.check(values, strict);
  }

  @Override
  public final void check(FieldChanges<E> changes) {
    fields.check(changes.values(), strict);
    fields.check(changes.cleared());
  }

  @Override
  public final boolean isChanged(E entry, FieldChanges<E> changes) {
    return fields.areDone(changes, entry.fields());
  }

  @Override
  public final void checkRevision(String revision) {
    (strict ? STRICT_REVISION : REVISION).check(revision);
  }

  /** The pinned SDK has no revisions. */
  @Override
  public final void update(I id, FieldChanges<E> changes, String revision, AttemptContext attempt) {
    Map<String, Document> input = input(id, revision);
    List<Document> operations =
        fields.changes(changes).stream().map(AwsEntries::operation).toList();
    input.put("Operations", Document.fromList(operations));
    sendJson("Update", input, changes.values(), attempt);
  }

  @Override
  public final void delete(I id, String revision, AttemptContext attempt) {
    sendJson("Delete", input(id, revision), FieldValues.none(), attempt);
  }

  private Map<String, Document> input(I id, String revision) {
    Map<String, Document> input = new LinkedHashMap<>();
    input.put("IdentityStoreId", Document.fromString(storeId()));
    input.put(names.id(), Document.fromString(id.toString()));
    input.put("Revision", Document.fromString(revision));
    return input;
  }

  /** Without a value, an operation removes the attribute. */
  private static Document operation(EntryFields.Change change) {
    Map<String, Document> operation = new LinkedHashMap<>();
    operation.put("AttributePath", Document.fromString(change.path()));
    Document value = change.value();
    if (value != null) {
      operation.put("AttributeValue", value);
    }
    return Document.fromMap(operation);
  }

  private void sendJson(
      String verb, Map<String, Document> input, FieldValues<E> values, AttemptContext attempt) {
    try {
      requireAbout(
          Objects.requireNonNull(input.get(names.id())).asString(),
          exchange.send(attempt, verb + names.one(), input));
    } catch (IdentitystoreException refusal) {
      throw EntryRequestException.of(
          refusal, EntryRequestException.Request.OTHER, fields.texts(values));
    }
  }

  private void requireAbout(String asked, JsonResponse response) {
    Document about = response.members().get(names.id());
    if (about != null && !about.isNull() && !ResponseChecks.isSame(asked, about.asString())) {
      throw new InvalidResponseException(
          "the response is about another %s than was asked for".formatted(names.id()),
          response.requestId());
    }
  }

  final boolean strict() {
    return strict;
  }

  final String storeId() {
    return store.value();
  }

  final SdkExchange exchange() {
    return exchange;
  }

  final Map<String, Document> modelled(FieldValues<E> values) {
    return fields.modelled(values);
  }

  final List<AttributeOperation> operations(FieldChanges<E> changes) {
    return fields.changes(changes).stream()
        .map(
            change ->
                AttributeOperation.builder()
                    .attributePath(change.path())
                    .attributeValue(change.value())
                    .build())
        .toList();
  }

  final AlternateIdentifier identifier(LookupKey<E> key, LookupWay way) {
    ExternalId externalId = key.externalId().orElse(null);
    return externalId == null
        ? AlternateIdentifier.fromUniqueAttribute(
            unique ->
                unique
                    .attributePath(path(key, way))
                    .attributeValue(Document.fromString(key.value())))
        : AlternateIdentifier.fromExternalId(
            external -> external.issuer(externalId.issuer()).id(externalId.id()));
  }

  private String path(LookupKey<E> key, LookupWay way) {
    if (key.kind() == LookupKey.Kind.EMAIL) {
      return "emails.value";
    }
    return way == LookupWay.DIRECT_ALTERNATE ? paths.alternateName() : paths.name();
  }

  /** Null for all: an empty list would be sent. */
  final @Nullable List<Filter> filters(@Nullable LookupKey<E> key) {
    return key == null
        ? null
        : List.of(
            Filter.builder().attributePath(paths.filter()).attributeValue(key.value()).build());
  }

  /** The identifier itself is no personal data; what it is looked up by is. */
  final <T extends IdentitystoreResponse> T look(
      LookupKey<E> key, AttemptContext attempt, Function<IdentitystoreClient, T> call) {
    return send(EntryRequestException.Request.LOOKUP, personal(key), attempt, call);
  }

  final <T extends IdentitystoreResponse> T list(
      @Nullable LookupKey<E> key, AttemptContext attempt, Function<IdentitystoreClient, T> call) {
    Set<String> personal = key == null ? Set.of() : personal(key);
    return send(EntryRequestException.Request.LISTING, personal, attempt, call);
  }

  final <T extends IdentitystoreResponse> T send(
      FieldValues<E> values, AttemptContext attempt, Function<IdentitystoreClient, T> call) {
    return send(EntryRequestException.Request.OTHER, fields.texts(values), attempt, call);
  }

  private <T extends IdentitystoreResponse> T send(
      EntryRequestException.Request request,
      Set<String> personal,
      AttemptContext attempt,
      Function<IdentitystoreClient, T> call) {
    try {
      return exchange.send(attempt, call);
    } catch (IdentitystoreException refusal) {
      throw EntryRequestException.of(refusal, request, personal);
    }
  }

  private static Set<String> personal(LookupKey<?> key) {
    Set<String> personal = new LinkedHashSet<>();
    personal.add(key.value());
    key.externalId().ifPresent(external -> personal.add(external.issuer()));
    return personal;
  }

  final EntryResponses read(IdentitystoreResponse response) {
    return new EntryResponses(store, response);
  }
}
