package dev.roster.directory;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An e-mail address or a phone number. Immutable. */
public final class ContactPoint {

  private final String value;
  private final @Nullable String type;
  private final boolean primary;

  private ContactPoint(String value, @Nullable String type, boolean primary) {
    this.value = Objects.requireNonNull(value, "value must not be null");
    this.type = type;
    this.primary = primary;
  }

  /**
   * A contact point of no type that is not the primary one.
   *
   * @param value the address or number
   * @return a new value
   */
  public static ContactPoint of(String value) {
    return new ContactPoint(value, null, false);
  }

  /**
   * A contact point that is the primary one.
   *
   * @param value the address or number
   * @return a new value
   */
  public static ContactPoint primary(String value) {
    return new ContactPoint(value, null, true);
  }

  /**
   * This, of a type.
   *
   * @param newType for example {@code work}; null for none
   * @return a new value
   */
  public ContactPoint withType(@Nullable String newType) {
    return new ContactPoint(value, newType, primary);
  }

  /**
   * This, as the primary one or not.
   *
   * @param isPrimary whether it is
   * @return a new value
   */
  public ContactPoint withPrimary(boolean isPrimary) {
    return new ContactPoint(value, type, isPrimary);
  }

  /** {@return the address or number} */
  public String value() {
    return value;
  }

  /** {@return for example {@code work}; empty where there is none} */
  public Optional<String> type() {
    return Optional.ofNullable(type);
  }

  /** {@return whether it is the primary one} */
  public boolean isPrimary() {
    return primary;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContactPoint that
        && value.equals(that.value)
        && Objects.equals(type, that.type)
        && primary == that.primary;
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Not the value, which is personal data. */
  @Override
  public String toString() {
    return "ContactPoint[type=%s, primary=%s]".formatted(type, primary);
  }
}
