package dev.roster.internal.errors;

import dev.roster.AttemptInfo;
import dev.roster.ErrorCode;
import dev.roster.Resource;
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

  /**
   * A failure.
   *
   * @param description what the driver, or the layer that failed, says
   * @param attempt the attempt that failed; null where the call ended before its next attempt
   * @param cause what the driver threw; null where it threw nothing
   */
  public RequestFailed(
      ErrorDescription description, @Nullable AttemptInfo attempt, @Nullable Throwable cause) {
    this(description, attempt, cause, null);
  }

  private RequestFailed(
      ErrorDescription description,
      @Nullable AttemptInfo attempt,
      @Nullable Throwable cause,
      @Nullable String gaveUpBecause) {
    super(description.code().name(), cause, true, false);
    this.description = description;
    this.attempt = attempt;
    this.gaveUpBecause = gaveUpBecause;
  }

  /**
   * A failure that no attempt had.
   *
   * @param description what the layer that noticed it says
   * @return a failure without a cause
   */
  public static RequestFailed of(ErrorDescription description) {
    return new RequestFailed(description, null, null);
  }

  /**
   * An end between two attempts, or before the first.
   *
   * @param code why it ended
   * @param message the same in words
   * @return a failure of which nothing was sent
   */
  public static RequestFailed unsent(ErrorCode code, String message) {
    return of(ErrorDescription.builder(code, Reach.NOT_SENT).message(message).build());
  }

  /**
   * Whether the service says that it is the membership which is missing, or does not say what is.
   *
   * @param failure what the service says
   * @return false for any other failure
   */
  public static boolean isMissingMembership(ErrorDescription failure) {
    return failure.code() == ErrorCode.NOT_FOUND
        && (failure.missing() == Resource.MEMBERSHIP || failure.missing() == Resource.UNSPECIFIED);
  }

  /** {@return as {@link #isMissingMembership(ErrorDescription)}, of the description} */
  public boolean isMissingMembership() {
    return isMissingMembership(description);
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

  /** {@return the attempt that failed; empty where the call ended before its next attempt} */
  public Optional<AttemptInfo> attempt() {
    return Optional.ofNullable(attempt);
  }

  @Nullable String gaveUpBecause() {
    return gaveUpBecause;
  }

  /** {@return whether the caller or the client asked for the end: nothing more must be sent} */
  public boolean endsTheCall() {
    return code() == ErrorCode.CANCELLED || code() == ErrorCode.CLIENT_CLOSED;
  }
}
