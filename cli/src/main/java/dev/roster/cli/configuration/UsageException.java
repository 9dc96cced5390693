package dev.roster.cli.configuration;

/** The program was called in a way that it cannot follow; the message says what to do instead. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A wrong call.
   *
   * @param message what is wrong and what to do, free of secrets
   */
  public UsageException(String message) {
    super(message);
  }
}
