package dev.roster.directory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What an update sets and clears; all other fields stay as they are. A value replaces the whole
 * field: to change one part of a name, give all parts of it. Immutable.
 *
 * @param <E> {@link User} or {@link Group}
 */
public final class FieldChanges<E> {

  private final FieldValues<E> set;
  private final Set<Field<E, ?>> cleared;

  private FieldChanges(FieldValues<E> set, Set<Field<E, ?>> cleared) {
    this.set = set;
    this.cleared = Collections.unmodifiableSet(cleared);
  }

  /**
   * No changes.
   *
   * @param <E> {@link User} or {@link Group}
   * @return the empty changes
   */
  public static <E> FieldChanges<E> none() {
    return new FieldChanges<>(FieldValues.none(), new LinkedHashSet<>());
  }

  /**
   * Changes that set fields and clear none.
   *
   * @param values the fields with their new values
   * @param <E> {@link User} or {@link Group}
   * @return new changes
   */
  public static <E> FieldChanges<E> setting(FieldValues<E> values) {
    return new FieldChanges<>(values, new LinkedHashSet<>());
  }

  /**
   * These changes, and one field that is set.
   *
   * @param field the field
   * @param value its new value
   * @param <T> the type of the value
   * @return new changes
   */
  public <T> FieldChanges<E> set(Field<E, T> field, T value) {
    Set<Field<E, ?>> stillCleared = new LinkedHashSet<>(cleared);
    stillCleared.remove(field);
    return new FieldChanges<>(set.with(field, value), stillCleared);
  }

  /**
   * These changes, and one field that is cleared.
   *
   * @param field the field
   * @return new changes
   */
  public FieldChanges<E> clear(Field<E, ?> field) {
    Set<Field<E, ?>> more = new LinkedHashSet<>(cleared);
    more.add(Objects.requireNonNull(field, "field must not be null"));
    return new FieldChanges<>(set.without(field), more);
  }

  /** {@return the fields that are set, with their new values} */
  public FieldValues<E> values() {
    return set;
  }

  /** {@return the fields that are cleared, as an unmodifiable set} */
  public Set<Field<E, ?>> cleared() {
    return cleared;
  }

  /** {@return all fields that change, as an unmodifiable set} */
  public Set<Field<E, ?>> fields() {
    Set<Field<E, ?>> all = new LinkedHashSet<>(set.fields());
    all.addAll(cleared);
    return Collections.unmodifiableSet(all);
  }

  /** {@return whether nothing changes} */
  public boolean isEmpty() {
    return set.fields().isEmpty() && cleared.isEmpty();
  }

  /**
   * Whether values are as these changes make them.
   *
   * @param present what was read
   * @return true where every field that is set has its value and every one that is cleared has none
   */
  public boolean areDoneIn(FieldValues<E> present) {
    return set.fields().stream().allMatch(field -> set.get(field).equals(present.get(field)))
        && cleared.stream().noneMatch(present.fields()::contains);
  }

  /** The names only: values are personal data. */
  @Override
  public String toString() {
    return "FieldChanges[set=%s, cleared=%s]".formatted(set.fields(), cleared);
  }
}
