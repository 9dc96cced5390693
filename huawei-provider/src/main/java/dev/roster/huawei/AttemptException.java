package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that ended without an answer of the service that can be understood, described where it
 * is known how far it came. What the transport threw is the cause.
 */
final class AttemptException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final Reach reach;
  private final String words;
  private final @Nullable String requestId;

  AttemptException(
      ErrorCode code,
      Reach reach,
      String words,
      @Nullable String requestId,
      @Nullable Throwable cause) {
    super(words, cause);
    this.code = code;
    this.reach = reach;
    this.words = words;
    this.requestId = requestId;
  }

  ErrorDescription description() {
    return ErrorDescription.builder(code, reach).requestId(requestId).message(words).build();
  }
}
