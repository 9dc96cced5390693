package dev.roster.huawei.internal.credentials;

import java.util.Objects;

/** Words for a failure of a credentials provider, and its form where it has to be thrown on. */
final class CredentialsFailure {

  private CredentialsFailure() {}

  /** An error, or what other languages throw without declaring it. */
  private static final class ForeignException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignException(Throwable cause) {
      super(cause);
    }
  }

  /** Whatever a provider threw, as what every reader of a source expects. */
  static RuntimeException unchecked(Throwable thrown) {
    return thrown instanceof RuntimeException failure ? failure : new ForeignException(thrown);
  }

  /** What a provider threw. */
  static Throwable thrown(Throwable failure) {
    return failure instanceof ForeignException
        ? Objects.requireNonNull(failure.getCause(), "it was made of its cause")
        : failure;
  }

  /** Only our own messages are known to be free of secrets; of others, only the type is shown. */
  static String describe(Throwable failure) {
    return failure instanceof MissingCredentialsException
        ? String.valueOf(failure.getMessage())
        : "a credentials provider failed with " + thrown(failure).getClass().getName();
  }
}
