package dev.roster.huawei.internal.http;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that failed, described where it is known how far it came. The native error is the
 * cause: what the transport threw, or the service's refusal.
 */
public final class AttemptException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Only the driver that made the attempt reads it. */
  private final transient ErrorDescription description;

  /** A stack trace of its own only where no cause has one. */
  public AttemptException(ErrorDescription description, @Nullable Throwable cause) {
    super(description.message().orElse(null), cause, true, cause == null);
    this.description = description;
  }

  /** A failure before anything of the request was sent. */
  public static AttemptException notSent(
      ErrorCode code, String message, @Nullable Throwable cause) {
    return new AttemptException(
        ErrorDescription.builder(code, Reach.NOT_SENT).message(message).build(), cause);
  }

  public ErrorDescription description() {
    return description;
  }
}
