package dev.roster.huawei.internal.attributes;

import dev.roster.AuditDetails;
import dev.roster.IdentityStoreId;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.ExternalId;
import dev.roster.directory.FieldValues;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.huawei.internal.json.JsonText;
import dev.roster.huawei.internal.json.RequiredValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Collects the fields of a user or group in whatever order they come; the parser lets none come
 * twice. What has no type of its own, or holds more than its type can, is kept as JSON text.
 */
public final class EntryFields<I, E extends DirectoryEntry<I, E>> implements JsonResponse.Fields {

  static final String EXTERNAL_IDS = "external_ids";
  static final Set<String> AUDIT = Set.of("created_at", "created_by", "updated_at", "updated_by");

  /** Milliseconds were fewer in 1973, and seconds are not as many before the year 5138. */
  private static final long FEWEST_MILLISECONDS = 100_000_000_000L;

  private final EntryWire<I, E> wire;
  private FieldValues<E> values = FieldValues.none();
  private List<ExternalId> externalIds = List.of();
  private @Nullable Boolean enabled;
  private @Nullable String storeId;
  private @Nullable String id;
  private @Nullable Instant createdAt;
  private @Nullable String createdBy;
  private @Nullable Instant updatedAt;
  private @Nullable String updatedBy;

  public EntryFields(EntryWire<I, E> wire) {
    this.wire = wire;
  }

  @Override
  public void field(String name, JsonParser value) throws InvalidResponseException {
    if (AUDIT.contains(name)) {
      auditField(name, value);
    } else if (name.equals(wire.names().id())) {
      id = JsonResponse.text(value, name);
    } else if (name.equals("identity_store_id")) {
      storeId = JsonResponse.text(value, name);
    } else if (name.equals("enabled") && wire.hasEnabled()) {
      enabled = JsonResponse.flag(value, name);
    } else if (value.currentToken() != JsonToken.VALUE_NULL) {
      valueField(name, value);
    }
  }

  private void auditField(String name, JsonParser value) throws InvalidResponseException {
    switch (name) {
      case "created_at" -> createdAt = time(value);
      case "created_by" -> createdBy = JsonResponse.text(value, name);
      case "updated_at" -> updatedAt = time(value);
      default -> updatedBy = JsonResponse.text(value, name);
    }
  }

  /** An odd date spoils nothing. The unit is not documented; its size tells. */
  private static @Nullable Instant time(JsonParser value) {
    if (value.currentToken() != JsonToken.VALUE_NUMBER_INT
        || value.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return null;
    }
    long number = value.getLongValue();
    if (number <= 0) {
      return null;
    }
    return number < FEWEST_MILLISECONDS
        ? Instant.ofEpochSecond(number)
        : Instant.ofEpochMilli(number);
  }

  private void valueField(String name, JsonParser value) throws InvalidResponseException {
    Optional<WireField<E, ?>> shared = wire.shared().named(name);
    if (shared.isPresent() && value.currentToken().isScalarValue()) {
      read(shared.get(), value, () -> {});
    } else {
      keptField(name, shared, JsonText.copy(value));
    }
  }

  private void keptField(String name, Optional<WireField<E, ?>> shared, String json)
      throws InvalidResponseException {
    boolean[] isWhole = {true};
    Runnable unread = () -> isWhole[0] = false;
    if (shared.isPresent()) {
      WireField<E, ?> typed = shared.get();
      JsonText.read(json, parser -> read(typed, parser, unread));
    } else if (name.equals(EXTERNAL_IDS)) {
      externalIds = externalIds(json, unread);
    } else {
      unread.run();
    }
    if (!isWhole[0]) {
      values = values.with(wire.providerField().apply(name), json);
    }
  }

  private <T> boolean read(WireField<E, T> shared, JsonParser at, Runnable unread)
      throws InvalidResponseException {
    Optional<T> value = shared.form().read(at, shared.name(), unread);
    if (value.isPresent()) {
      values = values.with(shared.field(), value.get());
    }
    return value.isPresent();
  }

  private static List<ExternalId> externalIds(String json, Runnable unread)
      throws InvalidResponseException {
    ListForm<ExternalId> form = new ListForm<>(new ExternalIdForm());
    return JsonText.read(json, parser -> form.read(parser, EXTERNAL_IDS, unread)).orElse(List.of());
  }

  FieldValues<E> values() {
    return values;
  }

  List<ExternalId> externalIds() {
    return externalIds;
  }

  @Nullable Boolean enabled() {
    return enabled;
  }

  AuditDetails audit() {
    return AuditDetails.none().withCreated(createdAt, createdBy).withUpdated(updatedAt, updatedBy);
  }

  public EntryFields<I, E> requireStore(IdentityStoreId asked) throws InvalidResponseException {
    RequiredValue.same("store", asked.value(), storeId);
    return this;
  }

  public EntryFields<I, E> requireId(String asked) throws InvalidResponseException {
    RequiredValue.same(wire.names().id(), asked, id);
    id = id == null ? null : asked;
    return this;
  }

  /** The id is then spelt as it was asked for: upper and lower case are the same. */
  public EntryFields<I, E> requireOneOf(List<String> asked) throws InvalidResponseException {
    String given = RequiredValue.of(id, wire.names().id());
    for (String each : asked) {
      if (each.equalsIgnoreCase(given)) {
        id = each;
        return this;
      }
    }
    throw new InvalidResponseException("the response is about an entry that was not asked for");
  }

  I id() throws InvalidResponseException {
    return wire.ids().of().apply(RequiredValue.of(id, wire.names().id()));
  }

  public E entry() throws InvalidResponseException {
    return wire.entry().apply(id(), this);
  }
}
