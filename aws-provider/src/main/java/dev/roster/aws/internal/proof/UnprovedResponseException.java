package dev.roster.aws.internal.proof;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response that does not prove to be the service's own: it tells nothing about the request. */
public final class UnprovedResponseException extends IOException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String requestId;

  UnprovedResponseException(String message, @Nullable String requestId) {
    super(message);
    this.requestId = requestId;
  }

  public @Nullable String requestId() {
    return requestId;
  }
}
