package dev.roster.spi;

/**
 * Input that breaks a documented rule of a service; thrown before anything is sent. The pipeline
 * turns it into a {@link dev.roster.RosterException} with {@link
 * dev.roster.ErrorCode#INVALID_ARGUMENT}.
 */
public final class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the field and the rule.
   *
   * @param message for example {@code "group id must have at most 47 characters, but has 48"}
   */
  public InvalidInputException(String message) {
    super(message);
  }
}
