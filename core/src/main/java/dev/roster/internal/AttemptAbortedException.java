package dev.roster.internal;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that was ended from outside; the cause is what the driver threw thereupon, or null
 * where it had not been called yet.
 */
final class AttemptAbortedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final AbortReason reason;

  AttemptAbortedException(AbortReason reason, @Nullable Throwable cause) {
    super(cause);
    this.reason = reason;
  }

  AbortReason reason() {
    return reason;
  }
}
