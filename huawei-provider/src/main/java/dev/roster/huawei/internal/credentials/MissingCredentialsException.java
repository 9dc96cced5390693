package dev.roster.huawei.internal.credentials;

/** A source has no credentials. The message says where it looked, and never what it found. */
final class MissingCredentialsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Without a stack trace: a chain asks several sources on every call until one has credentials.
   */
  MissingCredentialsException(String message) {
    super(message, null, false, false);
  }
}
