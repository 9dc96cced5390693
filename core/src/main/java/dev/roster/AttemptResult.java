package dev.roster;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. Immutable. */
public final class AttemptResult {

  private final Duration elapsed;
  private final @Nullable String requestId;
  private final @Nullable ErrorCode error;
  private final @Nullable String providerCode;

  /**
   * Puts a result together; used by the pipeline, and by tests of listeners.
   *
   * @param elapsed from the attempt's start to its end, pacing not included
   * @param requestId the service's id of the request, or null
   * @param error why it failed, or null where it succeeded
   * @param providerCode the service's own code, or null
   */
  public AttemptResult(
      Duration elapsed,
      @Nullable String requestId,
      @Nullable ErrorCode error,
      @Nullable String providerCode) {
    this.elapsed = elapsed;
    this.requestId = requestId;
    this.error = error;
    this.providerCode = providerCode;
  }

  /**
   * From the attempt's start to its end, pacing not included.
   *
   * @return never negative
   */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * The service's id of the request.
   *
   * @return empty where there was no response or no id in it
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * Why the attempt failed.
   *
   * @return empty where it succeeded
   */
  public Optional<ErrorCode> error() {
    return Optional.ofNullable(error);
  }

  /**
   * The service's own code.
   *
   * @return empty where the attempt succeeded or the service named none
   */
  public Optional<String> providerCode() {
    return Optional.ofNullable(providerCode);
  }

  @Override
  public String toString() {
    return "AttemptResult[elapsed=%s, error=%s, providerCode=%s, requestId=%s]"
        .formatted(elapsed, error, providerCode, requestId);
  }
}
