package dev.roster.emulator.internal.aws;

/** An input that is no JSON, or has a member of another JSON type than the model says. */
final class UnreadableInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableInputException(String message) {
    super(message);
  }
}
