package dev.roster.memory;

import dev.roster.memory.internal.attributes.AttributeValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user or a group, in names that are the same for every wire protocol.
 * Immutable; keeps the order in which attributes were given.
 *
 * <p>A value is a {@code String}, {@code Boolean}, {@code Long} or {@code Double}, a {@code List}
 * of values, or a {@code Map} of names to values; other whole numbers become {@code Long}. A path
 * names an attribute, or with dots one inside it: {@code name.familyName}.
 *
 * <p>The names of a user's attributes are {@code userName}, {@code displayName}, {@code name}
 * ({@code formatted}, {@code familyName}, {@code givenName}, {@code middleName}, {@code
 * honorificPrefix}, {@code honorificSuffix}), {@code nickName}, {@code profileUrl}, {@code emails},
 * {@code addresses}, {@code phoneNumbers}, {@code photos}, {@code roles} (lists of objects with
 * {@code value}, {@code type}, {@code primary} and so on), {@code userType}, {@code title}, {@code
 * preferredLanguage}, {@code locale}, {@code timezone}, {@code website}, {@code birthdate}, {@code
 * enabled}, {@code emailVerified}, {@code enterprise}, {@code extensions} and {@code externalIds}
 * (a list of {@code issuer} and {@code id}); of a group's {@code displayName}, {@code description}
 * and {@code externalIds}. The store itself reads only the unique ones, see {@link MemoryEntities}.
 */
public final class Attributes {

  private static final Attributes NONE = new Attributes(Map.of());

  private final Map<String, Object> values;

  private Attributes(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * No attributes.
   *
   * @return the empty attributes
   */
  public static Attributes none() {
    return NONE;
  }

  /**
   * Attributes of a map, which is copied through and through.
   *
   * @param values names to values
   * @return new attributes
   * @throws IllegalArgumentException if a value, which the message names, is of another kind
   */
  public static Attributes of(Map<String, ?> values) {
    return new Attributes(AttributeValues.copyOfMap("", values));
  }

  /** Of values that are known to be an unmodifiable copy. */
  static Attributes view(Map<String, Object> values) {
    return new Attributes(values);
  }

  /**
   * Reads one attribute.
   *
   * @param path which, for example {@code name.familyName}; it does not lead into lists
   * @return empty where there is none
   */
  public Optional<Object> get(String path) {
    Object value = values;
    for (String name : AttributeValues.names(path)) {
      value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
    }
    return Optional.ofNullable(value);
  }

  /**
   * Reads one attribute that is text.
   *
   * @param path which, as for {@link #get}
   * @return empty where there is none or it is not text
   */
  public Optional<String> text(String path) {
    return get(path).filter(String.class::isInstance).map(String.class::cast);
  }

  /**
   * These attributes with one set; objects on the way to it are made where they are missing.
   *
   * @param path which, as for {@link #get}
   * @param value its new value
   * @return new attributes
   * @throws IllegalArgumentException if the value is of another kind than those allowed, or the
   *     path leads into something that is not an object
   */
  public Attributes with(String path, Object value) {
    Object copy = AttributeValues.copyOf(path, value);
    return new Attributes(AttributeValues.with(values, AttributeValues.names(path), copy));
  }

  /**
   * These attributes without one. An object that has no other attribute goes with it.
   *
   * @param path which, as for {@link #get}
   * @return new attributes, or these where there is none
   */
  public Attributes without(String path) {
    return get(path).isEmpty()
        ? this
        : new Attributes(AttributeValues.without(values, AttributeValues.names(path)));
  }

  /**
   * All attributes.
   *
   * @return an unmodifiable map, through and through
   */
  public Map<String, Object> asMap() {
    return values;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(values);
  }

  /** The names only: values are personal data. */
  @Override
  public String toString() {
    return "Attributes" + List.copyOf(values.keySet());
  }
}
