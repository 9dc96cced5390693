package dev.roster.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The parts of a person's name. Immutable. */
public final class PersonName {

  /** A part of a name. New ones may be added. */
  public enum Part {
    /** The given name. */
    GIVEN_NAME,
    /** The family name. */
    FAMILY_NAME,
    /** The middle name. */
    MIDDLE_NAME,
    /** The whole name as it is shown. */
    FORMATTED,
    /** What stands before the name, such as a title. */
    HONORIFIC_PREFIX,
    /** What stands behind the name. */
    HONORIFIC_SUFFIX
  }

  private final Map<Part, String> parts;

  private PersonName(Map<Part, String> parts) {
    this.parts = Collections.unmodifiableMap(parts);
  }

  /** {@return a name without parts} */
  public static PersonName none() {
    return new PersonName(new EnumMap<>(Part.class));
  }

  /**
   * A name of the two usual parts.
   *
   * @param givenName the given name
   * @param familyName the family name
   * @return a new name
   */
  public static PersonName of(String givenName, String familyName) {
    return none().with(Part.GIVEN_NAME, givenName).with(Part.FAMILY_NAME, familyName);
  }

  /**
   * This name with one part set.
   *
   * @param part which part
   * @param text the part
   * @return a new name
   */
  public PersonName with(Part part, String text) {
    Map<Part, String> copy = new EnumMap<>(Part.class);
    copy.putAll(parts);
    copy.put(part, Objects.requireNonNull(text, "part of a name must not be null"));
    return new PersonName(copy);
  }

  /**
   * Reads one part.
   *
   * @param part which part
   * @return empty where there is none
   */
  public Optional<String> get(Part part) {
    return Optional.ofNullable(parts.get(part));
  }

  /** {@return the parts, as an unmodifiable map} */
  public Map<Part, String> parts() {
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonName that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** The parts that are there, without their text, which is personal data. */
  @Override
  public String toString() {
    return "PersonName" + parts.keySet();
  }
}
