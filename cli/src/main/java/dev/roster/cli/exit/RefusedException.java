package dev.roster.cli.exit;

/** Something that was not allowed; nothing was changed. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason for people.
   *
   * @param message what was refused, and what to do
   */
  public RefusedException(String message) {
    super(message);
  }
}
