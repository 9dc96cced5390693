package dev.roster.emulator;

/** What AWS refuses before the input of an operation is looked at. */
final class AwsRefusal extends WireRefusal {

  private static final long serialVersionUID = 1L;

  // Never sent anywhere: it lives as long as its request.
  private final transient AwsErrors errors;
  private final int status;
  private final String type;

  private AwsRefusal(AwsErrors errors, int status, String type, String message) {
    super(message);
    this.errors = errors;
    this.status = status;
    this.type = type;
  }

  /** A body that is not what the protocol says. */
  static AwsRefusal unreadable(AwsErrors errors, String message) {
    return new AwsRefusal(errors, 400, "SerializationException", message);
  }

  /** A body that is longer than the protocol allows. */
  static AwsRefusal tooLarge(AwsErrors errors) {
    return new AwsRefusal(
        errors,
        413,
        "RequestEntityTooLargeException",
        "a body has at most %d bytes".formatted(HttpBody.MAX_BYTES));
  }

  @Override
  Reply reply(String requestId) {
    return errors.refused(status, type, String.valueOf(getMessage()), requestId);
  }
}
