package dev.roster.aws.internal.driver;

import dev.roster.IdentityStoreId;
import dev.roster.aws.internal.attributes.EntryFields;
import dev.roster.aws.internal.errors.EntryRequestException;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.ExternalId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

  /** The service's filters and look-ups for a name. */
  record Paths(String name, String alternateName, String filter) {}

  private final IdentityStoreId store;
  private final SdkExchange exchange;
  private final boolean strict;
  private final EntryFields<E> fields;
  private final Paths paths;
  private final EntryTraits<E> traits;

  AwsEntries(
      IdentityStoreId store,
      SdkExchange exchange,
      boolean strict,
      EntryFields<E> fields,
      Paths paths,
      EntryTraits.Builder<E> traits) {
    this.store = store;
    this.exchange = exchange;
    this.strict = strict;
    this.fields = fields;
    this.paths = paths;
    this.traits =
        traits
            .largestPage(100)
            .filter(LookupKey.Kind.NAME, EntryTraits.Filter.EXACT)
            .lookups(LookupKey.Kind.EXTERNAL_ID, LookupWay.DIRECT)
            .writable(fields.shared())
            .providerFields(fields.hasProviderFields())
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
