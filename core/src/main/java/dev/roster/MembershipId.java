package dev.roster;

import dev.roster.internal.argument.OpaqueText;

/**
 * The identifier of one membership: the fact that one member is in one group.
 *
 * <p>Opaque: compared by its exact text. What a service documents about its form is checked by the
 * provider before anything is sent.
 *
 * @param value the identifier as the service spells it; not blank, without control characters, at
 *     most 2,048 characters
 */
public record MembershipId(String value) {

  /**
   * Checks and wraps an identifier.
   *
   * @param value the identifier as the service spells it
   * @throws NullPointerException if {@code value} is null
   * @throws IllegalArgumentException if {@code value} is blank, overlong or has control characters
   */
  public MembershipId {
    OpaqueText.checked(value, "membership id", OpaqueText.MAX_ID_LENGTH);
  }

  /** The bare identifier, as {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
