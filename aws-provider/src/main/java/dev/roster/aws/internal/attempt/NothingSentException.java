package dev.roster.aws.internal.attempt;

/** The SDK failed before it asked its HTTP client for anything: whatever it says, no server did. */
public final class NothingSentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NothingSentException(RuntimeException cause) {
    super("nothing was sent: " + cause.getMessage(), cause);
  }
}
