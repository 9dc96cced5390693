package dev.roster.emulator;

/** An input that is no JSON, or has a member of another JSON type than the model says. */
final class AwsUnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AwsUnreadableException(String message) {
    super(message);
  }
}
