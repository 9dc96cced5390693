package dev.roster.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A postal address. Immutable. */
public final class PostalAddress {

  /** A part of an address. New ones may be added. */
  public enum Part {
    /** Street and number. */
    STREET_ADDRESS,
    /** City or village. */
    LOCALITY,
    /** State, province or other region. */
    REGION,
    /** The postal code. */
    POSTAL_CODE,
    /** The country. */
    COUNTRY,
    /** The whole address as it is shown. */
    FORMATTED,
    /** What kind of address it is, for example {@code work}. */
    TYPE
  }

  private final Map<Part, String> parts;
  private final boolean primary;

  private PostalAddress(Map<Part, String> parts, boolean primary) {
    this.parts = Collections.unmodifiableMap(parts);
    this.primary = primary;
  }

  /** {@return an address without parts that is not the primary one} */
  public static PostalAddress none() {
    return new PostalAddress(new EnumMap<>(Part.class), false);
  }

  /**
   * This address with one part set.
   *
   * @param part which part
   * @param text the part
   * @return a new address
   */
  public PostalAddress with(Part part, String text) {
    Map<Part, String> copy = new EnumMap<>(Part.class);
    copy.putAll(parts);
    copy.put(part, Objects.requireNonNull(text, "part of an address must not be null"));
    return new PostalAddress(copy, primary);
  }

  /**
   * This address, as the primary one or not.
   *
   * @param isPrimary whether it is
   * @return a new address
   */
  public PostalAddress withPrimary(boolean isPrimary) {
    return new PostalAddress(parts, isPrimary);
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

  /** {@return whether it is the primary one} */
  public boolean isPrimary() {
    return primary;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PostalAddress that
        && parts.equals(that.parts)
        && primary == that.primary;
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** The parts that are there, without their text, which is personal data. */
  @Override
  public String toString() {
    return "PostalAddress" + parts.keySet();
  }
}
