package dev.roster.aws;

import org.jspecify.annotations.Nullable;

/** A successful reply that breaks the service's own model. */
final class BadReplyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String requestId;

  BadReplyException(String message, @Nullable String requestId) {
    super(message);
    this.requestId = requestId;
  }

  @Nullable String requestId() {
    return requestId;
  }
}
