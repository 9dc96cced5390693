package dev.roster.internal.attempt;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that was ended from outside; the cause is what the driver threw thereupon, or null
 * where it had not been called yet.
 */
public final class AttemptAbortedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final AbortReason reason;

  AttemptAbortedException(AbortReason reason, @Nullable Throwable cause) {
    super(cause);
    this.reason = reason;
  }

  public AbortReason reason() {
    return reason;
  }
}
