package dev.roster.emulator;

/** Why a request's signature is not accepted. Its message holds nothing secret. */
final class SignatureRejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  SignatureRejectedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  enum Reason {
    MISSING,
    MALFORMED,
    UNKNOWN_KEY,
    WRONG_TOKEN,
    EXPIRED_TOKEN,
    WRONG_SCOPE,
    OUT_OF_TIME,
    MISMATCH
  }
}
