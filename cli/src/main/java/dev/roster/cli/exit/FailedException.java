package dev.roster.cli.exit;

/** A command cannot go on, for a reason that its message says. */
public final class FailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a reason for people.
   *
   * @param message why the command cannot go on
   */
  public FailedException(String message) {
    super(message);
  }
}
