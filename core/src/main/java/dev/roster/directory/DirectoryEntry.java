package dev.roster.directory;

import dev.roster.AuditDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user or a group as a service described it at one moment. Immutable.
 *
 * @param <I> {@link dev.roster.UserId} or {@link dev.roster.GroupId}
 * @param <E> {@link User} or {@link Group}
 */
public abstract sealed class DirectoryEntry<I, E> permits User, Group {

  /** What a service says besides the fields that an update can change. */
  record Details(
      List<ExternalId> externalIds,
      AuditDetails audit,
      @Nullable String revision,
      @Nullable Boolean enabled) {

    static final Details NONE = new Details(List.of(), AuditDetails.none(), null, null);

    Details withExternalIds(List<ExternalId> ids) {
      return new Details(List.copyOf(ids), audit, revision, enabled);
    }

    Details withAudit(AuditDetails details) {
      return new Details(
          externalIds,
          Objects.requireNonNull(details, "audit details must not be null"),
          revision,
          enabled);
    }

    Details withRevision(@Nullable String text) {
      return new Details(externalIds, audit, text, enabled);
    }

    Details withEnabled(@Nullable Boolean isEnabled) {
      return new Details(externalIds, audit, revision, isEnabled);
    }
  }

  private final I id;
  private final FieldValues<E> fields;
  private final Details details;

  DirectoryEntry(I id, FieldValues<E> fields, Details details) {
    this.id = Objects.requireNonNull(id, "id must not be null");
    this.fields = Objects.requireNonNull(fields, "fields must not be null");
    this.details = details;
  }

  /** {@return the identifier} */
  public I id() {
    return id;
  }

  /** {@return all fields that have a value, provider fields included} */
  public FieldValues<E> fields() {
    return fields;
  }

  /**
   * Reads one field.
   *
   * @param field which field
   * @param <T> the type of its value
   * @return empty where it has none
   */
  public <T> Optional<T> get(Field<E, T> field) {
    return fields.get(field);
  }

  /** {@return all keys by which this entry can be found, as an unmodifiable set} */
  public abstract Set<LookupKey<E>> keys();

  /**
   * Whether this entry has exactly a key.
   *
   * @param key the key
   * @return true where the name, address or external id is the same text
   */
  public final boolean has(LookupKey<E> key) {
    return keys().contains(key);
  }

  /**
   * The fields that only this provider has.
   *
   * @return names to JSON text, as an unmodifiable map
   */
  public Map<String, String> providerFields() {
    return fields.fields().stream()
        .filter(Field::isProviderField)
        .collect(Collectors.toUnmodifiableMap(Field::name, this::json));
  }

  private String json(Field<E, ?> field) {
    return String.valueOf(fields.get(field).orElseThrow());
  }

  /** {@return the identifiers in other systems; empty where there are none} */
  public List<ExternalId> externalIds() {
    return details.externalIds();
  }

  /** {@return who created and last changed it and when, as far as the service says} */
  public AuditDetails audit() {
    return details.audit();
  }

  /** {@return the service's mark of the present version; empty where it has none} */
  public Optional<String> revision() {
    return Optional.ofNullable(details.revision());
  }

  final Details details() {
    return details;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof DirectoryEntry<?, ?> that
        && getClass() == that.getClass()
        && id.equals(that.id)
        && fields.equals(that.fields)
        && details.equals(that.details);
  }

  @Override
  public final int hashCode() {
    return id.hashCode();
  }

  /** The identifier only: all else is personal data. */
  @Override
  public final String toString() {
    return "%s[%s]".formatted(getClass().getSimpleName(), id);
  }
}
