package dev.roster.huawei.internal.credentials;

/** Words for a failure of a credentials provider. */
final class CredentialsFailure {

  private CredentialsFailure() {}

  /** Only our own messages are known to be free of secrets; of others, only the type is shown. */
  static String describe(Throwable failure) {
    return failure instanceof MissingCredentialsException
        ? String.valueOf(failure.getMessage())
        : "a credentials provider failed with " + failure.getClass().getName();
  }
}
