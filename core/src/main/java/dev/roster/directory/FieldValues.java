package dev.roster.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Values of fields of one user or group, in the order in which they were given. Immutable.
 *
 * @param <E> {@link User} or {@link Group}
 */
public final class FieldValues<E> {

  private final Map<Field<E, ?>, Object> values;

  private FieldValues(Map<Field<E, ?>, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * No values.
   *
   * @param <E> {@link User} or {@link Group}
   * @return the empty values
   */
  public static <E> FieldValues<E> none() {
    return new FieldValues<>(new LinkedHashMap<>());
  }

  /**
   * These values with one set.
   *
   * @param field the field
   * @param value its value; a list is copied
   * @param <T> the type of the value
   * @return new values
   */
  public <T> FieldValues<E> with(Field<E, T> field, T value) {
    Map<Field<E, ?>, Object> copy = new LinkedHashMap<>(values);
    copy.put(Objects.requireNonNull(field, "field must not be null"), copied(field, value));
    return new FieldValues<>(copy);
  }

  private static Object copied(Field<?, ?> field, Object value) {
    Objects.requireNonNull(value, () -> field.name() + " must not be null");
    return value instanceof List<?> list ? List.copyOf(list) : value;
  }

  /**
   * These values without one.
   *
   * @param field the field
   * @return new values
   */
  public FieldValues<E> without(Field<E, ?> field) {
    Map<Field<E, ?>, Object> copy = new LinkedHashMap<>(values);
    copy.remove(field);
    return new FieldValues<>(copy);
  }

  /**
   * Reads one value.
   *
   * @param field the field
   * @param <T> the type of the value
   * @return empty where there is none
   */
  @SuppressWarnings("unchecked") // with() lets only values of the field's own type in.
  public <T> Optional<T> get(Field<E, T> field) {
    return Optional.ofNullable((T) values.get(field));
  }

  /** {@return the fields that have a value, as an unmodifiable set} */
  public Set<Field<E, ?>> fields() {
    return values.keySet();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldValues<?> that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The names only: values are personal data. */
  @Override
  public String toString() {
    return "FieldValues" + values.keySet();
  }
}
