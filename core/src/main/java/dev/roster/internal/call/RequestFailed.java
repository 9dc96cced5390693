package dev.roster.internal.call;

import dev.roster.AttemptInfo;
import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that failed, on its way from the layer that noticed to the one that decides what the
 * caller gets. The cause is what the driver threw. Without a stack trace: it never leaves the
 * pipeline.
 */
public final class RequestFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient ErrorDescription description;
  private final transient @Nullable AttemptInfo attempt;
  private final @Nullable String gaveUpBecause;

  RequestFailed(
      ErrorDescription description,
      @Nullable AttemptInfo attempt,
      @Nullable Throwable cause,
      @Nullable String gaveUpBecause) {
    super(description.code().name(), cause, true, false);
    this.description = description;
    this.attempt = attempt;
    this.gaveUpBecause = gaveUpBecause;
  }

  /** An end between two attempts, or before the first. */
  static RequestFailed unsent(ErrorCode code, String message) {
    ErrorDescription description =
        ErrorDescription.builder(code, Reach.NOT_SENT).message(message).build();
    return new RequestFailed(description, null, null, null);
  }

  /**
   * The same failure, and why it was not retried or settled.
   *
   * @param why the reason
   * @return a new failure
   */
  public RequestFailed givenUp(String why) {
    return copy(description, why);
  }

  /**
   * The same failure under another name, once more is known than the service said.
   *
   * @param known what is known
   * @return a new failure
   */
  public RequestFailed as(ErrorDescription known) {
    return copy(known, gaveUpBecause);
  }

  private RequestFailed copy(ErrorDescription described, @Nullable String why) {
    RequestFailed copy = new RequestFailed(described, attempt, getCause(), why);
    for (Throwable suppressed : getSuppressed()) {
      copy.addSuppressed(suppressed);
    }
    return copy;
  }

  /** {@return what the driver, or the layer that failed, says} */
  public ErrorDescription description() {
    return description;
  }

  /** {@return the code of the description} */
  public ErrorCode code() {
    return description.code();
  }

  /** The attempt that failed; empty where the call ended before its next attempt was made. */
  Optional<AttemptInfo> attempt() {
    return Optional.ofNullable(attempt);
  }

  @Nullable String gaveUpBecause() {
    return gaveUpBecause;
  }

  /** The caller or the client asked for the end: nothing more must be sent. */
  public boolean endsTheCall() {
    return code() == ErrorCode.CANCELLED || code() == ErrorCode.CLIENT_CLOSED;
  }
}
