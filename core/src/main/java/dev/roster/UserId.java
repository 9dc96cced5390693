package dev.roster;

import dev.roster.internal.argument.OpaqueText;

/**
 * The identifier of a user in an identity store.
 *
 * <p>Opaque: compared by its exact text. What a service documents about its form is checked by the
 * provider before anything is sent.
 *
 * @param value the identifier as the service spells it; not blank, without control characters, at
 *     most 2,048 characters
 */
public record UserId(String value) implements MemberId {

  /**
   * Checks and wraps an identifier.
   *
   * @param value the identifier as the service spells it
   * @throws NullPointerException if {@code value} is null
   * @throws IllegalArgumentException if {@code value} is blank, overlong or has control characters
   */
  public UserId {
    OpaqueText.checked(value, "user id", OpaqueText.MAX_ID_LENGTH);
  }

  /** The bare identifier, as {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
