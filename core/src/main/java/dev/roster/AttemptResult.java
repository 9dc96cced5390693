package dev.roster;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. Immutable. */
public final class AttemptResult {

  private final Duration elapsed;
  private final @Nullable String requestId;
  private final @Nullable ErrorCode error;
  private final @Nullable String providerCode;

  private AttemptResult(
      Duration elapsed,
      @Nullable String requestId,
      @Nullable ErrorCode error,
      @Nullable String providerCode) {
    this.elapsed = Objects.requireNonNull(elapsed, "elapsed must not be null");
    this.requestId = requestId;
    this.error = error;
    this.providerCode = providerCode;
  }

  /**
   * An attempt that succeeded, without a request id; tests of listeners make them too.
   *
   * @param elapsed from the attempt's start to its end, pacing not included
   * @return a result
   */
  public static AttemptResult succeeded(Duration elapsed) {
    return new AttemptResult(elapsed, null, null, null);
  }

  /**
   * An attempt that failed, without a request id and a code of the service.
   *
   * @param elapsed from the attempt's start to its end, pacing not included
   * @param error why it failed
   * @return a result
   */
  public static AttemptResult failed(Duration elapsed, ErrorCode error) {
    return new AttemptResult(
        elapsed, null, Objects.requireNonNull(error, "error must not be null"), null);
  }

  /**
   * This result with the service's id of the request.
   *
   * @param id the id
   * @return a new result
   */
  public AttemptResult withRequestId(String id) {
    Objects.requireNonNull(id, "request id must not be null");
    return new AttemptResult(elapsed, id, error, providerCode);
  }

  /**
   * This result with the service's own code of the error.
   *
   * @param code the code
   * @return a new result
   */
  public AttemptResult withProviderCode(String code) {
    Objects.requireNonNull(code, "provider code must not be null");
    return new AttemptResult(elapsed, requestId, error, code);
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
