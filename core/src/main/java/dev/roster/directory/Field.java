package dev.roster.directory;

import java.util.Objects;

/**
 * One field of a user or a group, with the type of its value. {@link UserFields} and {@link
 * GroupFields} have those that several services share; what only one service has is a provider
 * field, whose value is JSON text.
 *
 * @param <E> {@link User} or {@link Group}
 * @param <T> the type of the value
 */
// The parameters keep a field to its kind of entry and its type of value.
@SuppressWarnings("UnusedTypeParameter")
public final class Field<E, T> {

  private final String name;
  private final boolean providerField;

  private Field(String name, boolean providerField) {
    this.name = Objects.requireNonNull(name, "field name must not be null");
    this.providerField = providerField;
    if (name.isBlank()) {
      throw new IllegalArgumentException("field name must not be blank");
    }
  }

  static <E, T> Field<E, T> shared(String name) {
    return new Field<>(name, false);
  }

  static <E> Field<E, String> ofProvider(String name) {
    return new Field<>(name, true);
  }

  /**
   * The field's name, as messages spell it.
   *
   * @return for example {@code displayName}; the service's own spelling for a provider field
   */
  public String name() {
    return name;
  }

  /**
   * Whether only one provider knows the field.
   *
   * @return true where the value is JSON text
   */
  public boolean isProviderField() {
    return providerField;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Field<?, ?> that
        && name.equals(that.name)
        && providerField == that.providerField;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
