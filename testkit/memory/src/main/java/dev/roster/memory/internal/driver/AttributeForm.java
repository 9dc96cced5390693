package dev.roster.memory.internal.driver;

import java.util.function.Function;

/**
 * How a store in memory keeps a field.
 *
 * @param toStore the value as the store keeps it
 * @param fromStore the value of what the store keeps
 * @param <T> the type of the field
 */
record AttributeForm<T>(Function<T, Object> toStore, Function<Object, T> fromStore) {

  static final AttributeForm<String> TEXT = new AttributeForm<>(text -> text, String.class::cast);

  @SuppressWarnings("unchecked") // A field's value is of the type of the field's form.
  Object stored(Object value) {
    return toStore.apply((T) value);
  }
}
