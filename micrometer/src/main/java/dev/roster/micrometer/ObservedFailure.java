package dev.roster.micrometer;

import dev.roster.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A failure as observations show it. Not the exception that the caller gets: its message names the
 * group and the member, and tracing keeps messages. Without a stack trace, which would say where
 * the listener was called.
 */
final class ObservedFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ObservedFailure(ErrorCode code, @Nullable String providerCode) {
    super(
        providerCode == null ? code.name() : code + " (" + providerCode + ")", null, false, false);
  }
}
