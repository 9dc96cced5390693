package dev.roster.huawei.internal.attributes;

import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.huawei.internal.json.JsonText;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.LookupWay;
import java.util.List;
import java.util.Optional;

/** What the service is documented to take, checked before anything is sent. */
public final class EntryRules<I, E extends DirectoryEntry<I, E>> {

  /** Documented for the value of a look-up; names can be longer. */
  private static final int LONGEST_LOOKUP = 255;

  /** Documented for updates. */
  private static final int MOST_OPERATIONS = 100;

  private static final int LARGEST_PAGE = 100;

  /** How many the service takes is not documented: few, until it is known. */
  private static final int IDS_PER_QUERY = 10;

  private static final ExternalIdForm EXTERNAL_ID = new ExternalIdForm();

  private final EntryWire<I, E> wire;
  private final ProviderFieldRules providerFields;

  public EntryRules(EntryWire<I, E> wire) {
    this.wire = wire;
    this.providerFields = wire.providerFieldRules();
  }

  /**
   * The filter of groups is documented as fuzzy, and that of users not at all. Of e-mail addresses
   * there is neither a look-up nor a filter.
   */
  public EntryTraits<E> traits() {
    return EntryTraits.<E>builder()
        .largestPage(LARGEST_PAGE)
        .idsPerQuery(IDS_PER_QUERY)
        .lookups(LookupKey.Kind.NAME, LookupWay.DIRECT, LookupWay.LISTING)
        .longestDirect(LookupKey.Kind.NAME, LONGEST_LOOKUP)
        .filter(LookupKey.Kind.NAME, EntryTraits.Filter.FUZZY)
        .lookups(LookupKey.Kind.EXTERNAL_ID, LookupWay.DIRECT)
        .writable(wire.shared().fields())
        .required(wire.required())
        .providerFields(true)
        .build();
  }

  public void check(LookupKey<E> key) {
    key.externalId().ifPresent(id -> EXTERNAL_ID.check("external id", id));
    if (key.kind() == LookupKey.Kind.NAME) {
      WireField<E, String> name = wire.shared().uniqueName();
      name.form().check(name.field().name(), key.value());
    }
  }

  public void checkNew(FieldValues<E> fields) {
    for (Field<E, ?> field : fields.fields()) {
      check(field, fields, true);
      requireOneItem(field, fields.get(field).orElseThrow());
    }
  }

  /** Documented for creates alone. */
  private static void requireOneItem(Field<?, ?> field, Object value) {
    if (value instanceof List<?> items && items.size() > 1) {
      throw new InvalidInputException(
          "%s of a new entry must have exactly one item, but has %d"
              .formatted(field.name(), items.size()));
    }
  }

  public void check(FieldChanges<E> changes) {
    if (changes.fields().size() > MOST_OPERATIONS) {
      throw new InvalidInputException(
          "an update must change at most %d fields".formatted(MOST_OPERATIONS));
    }
    changes.values().fields().forEach(field -> check(field, changes.values(), false));
    changes.cleared().stream()
        .filter(Field::isProviderField)
        .forEach(field -> providerFields.checkCleared(field.name()));
  }

  private void check(Field<E, ?> field, FieldValues<E> values, boolean isNew) {
    Optional<WireField<E, ?>> shared = wire.shared().of(field);
    if (shared.isPresent()) {
      check(shared.get(), values);
    } else if (isNew) {
      providerFields.checkNew(field.name(), wire.text(field, values));
    } else {
      providerFields.checkUpdate(field.name(), wire.text(field, values));
    }
  }

  private <T> void check(WireField<E, T> shared, FieldValues<E> values) {
    shared.form().check(shared.field().name(), values.get(shared.field()).orElseThrow());
  }

  /** Compares what JSON texts mean; an empty text is none. */
  public boolean areDone(FieldChanges<E> changes, FieldValues<E> present) {
    return changes.values().fields().stream()
            .allMatch(field -> isSame(field, changes.values(), present))
        && changes.cleared().stream().noneMatch(present.fields()::contains);
  }

  private static <E> boolean isSame(Field<E, ?> field, FieldValues<E> set, FieldValues<E> present) {
    Object wanted = set.get(field).orElseThrow();
    Optional<?> found = present.get(field);
    if (found.isEmpty()) {
      return wanted.equals("");
    }
    return field.isProviderField()
        ? JsonText.isSame(String.valueOf(wanted), String.valueOf(found.get()))
        : wanted.equals(found.get());
  }
}
