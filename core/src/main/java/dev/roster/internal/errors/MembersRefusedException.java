package dev.roster.internal.errors;

import dev.roster.spi.ErrorDescription;

/**
 * Some members of a request are to be sent again, or may have been written although they failed.
 */
public final class MembersRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient ErrorDescription description;

  /**
   * A refusal.
   *
   * @param description why
   */
  public MembersRefusedException(ErrorDescription description) {
    super(description.code().name(), null, true, false);
    this.description = description;
  }

  ErrorDescription description() {
    return description;
  }
}
