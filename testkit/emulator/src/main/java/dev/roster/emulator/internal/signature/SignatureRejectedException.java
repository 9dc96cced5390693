package dev.roster.emulator.internal.signature;

/** Why a request's signature is not accepted. Its message holds nothing secret. */
public final class SignatureRejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public SignatureRejectedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public enum Reason {
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
