package dev.roster;

import dev.roster.internal.argument.OpaqueText;

/**
 * Where a listing goes on: opaque, and good for the same listing of the same store only, in this
 * process or another. Services forget their tokens after a time that they do not document, so it is
 * for going on soon, not for keeping.
 *
 * @param value the token as text, safe in URLs; not blank, at most 100,000 characters
 */
public record PageToken(String value) {

  private static final int MAX_LENGTH = 100_000;

  /**
   * Wraps the text of an earlier token.
   *
   * @param value the token as text
   * @throws NullPointerException if {@code value} is null
   * @throws IllegalArgumentException if {@code value} is blank, overlong or has control characters
   */
  public PageToken {
    OpaqueText.checked(value, "page token", MAX_LENGTH);
  }

  /** The bare token, as {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
