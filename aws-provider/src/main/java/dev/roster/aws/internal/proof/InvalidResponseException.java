package dev.roster.aws.internal.proof;

import org.jspecify.annotations.Nullable;

/** A successful response that breaks the service's own model. */
public final class InvalidResponseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String requestId;

  public InvalidResponseException(String message, @Nullable String requestId) {
    super(message);
    this.requestId = requestId;
  }

  public @Nullable String requestId() {
    return requestId;
  }
}
