package dev.roster.internal;

/** An attempt that was ended from outside; the cause is what the driver threw thereupon. */
final class AttemptAbortedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final AbortReason reason;

  AttemptAbortedException(AbortReason reason, Throwable cause) {
    super(cause);
    this.reason = reason;
  }

  AbortReason reason() {
    return reason;
  }
}
