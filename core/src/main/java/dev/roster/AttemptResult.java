package dev.roster;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. Immutable. */
public final class AttemptResult {

  private final Parts parts;

  private AttemptResult(Parts parts) {
    this.parts = parts;
  }

  /** What a result is made of, so that another one can differ from it in a part. */
  private static final class Parts {

    private final Duration elapsed;
    private final @Nullable ErrorCode error;
    private @Nullable Outcome outcome;
    private @Nullable String requestId;
    private @Nullable String providerCode;
    private @Nullable String serverAddress;
    private int serverPort;
    private int httpStatus;

    Parts(Duration elapsed, @Nullable ErrorCode error) {
      this.elapsed = Objects.requireNonNull(elapsed, "elapsed must not be null");
      this.error = error;
    }

    Parts(Parts from) {
      this(from.elapsed, from.error);
      this.outcome = from.outcome;
      this.requestId = from.requestId;
      this.providerCode = from.providerCode;
      this.serverAddress = from.serverAddress;
      this.serverPort = from.serverPort;
      this.httpStatus = from.httpStatus;
    }
  }

  /**
   * An attempt that succeeded, without a request id; tests of listeners make them too.
   *
   * @param elapsed from the attempt's start to its end, pacing not included
   * @return a result
   */
  public static AttemptResult succeeded(Duration elapsed) {
    return new AttemptResult(new Parts(elapsed, null));
  }

  /**
   * An attempt that failed, without a request id and a code of the service, and that changed
   * nothing.
   *
   * @param elapsed from the attempt's start to its end, pacing not included
   * @param error why it failed
   * @return a result
   */
  public static AttemptResult failed(Duration elapsed, ErrorCode error) {
    Parts parts = new Parts(elapsed, Objects.requireNonNull(error, "error must not be null"));
    parts.outcome = Outcome.NOT_APPLIED;
    return new AttemptResult(parts);
  }

  /**
   * This result with what the attempt may have changed.
   *
   * @param value what may have changed
   * @return a new result
   */
  public AttemptResult withOutcome(Outcome value) {
    Parts other = new Parts(parts);
    other.outcome = Objects.requireNonNull(value, "outcome must not be null");
    return new AttemptResult(other);
  }

  /**
   * This result with the service's id of the request.
   *
   * @param id the id
   * @return a new result
   */
  public AttemptResult withRequestId(String id) {
    Parts other = new Parts(parts);
    other.requestId = Objects.requireNonNull(id, "request id must not be null");
    return new AttemptResult(other);
  }

  /**
   * This result with the service's own code of the error.
   *
   * @param code the code
   * @return a new result
   */
  public AttemptResult withProviderCode(String code) {
    Parts other = new Parts(parts);
    other.providerCode = Objects.requireNonNull(code, "provider code must not be null");
    return new AttemptResult(other);
  }

  /**
   * This result with the server that the request went to.
   *
   * @param address the host's name or address
   * @param port the port
   * @return a new result
   */
  public AttemptResult withServer(String address, int port) {
    Parts other = new Parts(parts);
    other.serverAddress = Objects.requireNonNull(address, "server address must not be null");
    other.serverPort = port;
    return new AttemptResult(other);
  }

  /**
   * This result with the HTTP status of the response.
   *
   * @param status for example 200
   * @return a new result
   */
  public AttemptResult withHttpStatus(int status) {
    Parts other = new Parts(parts);
    other.httpStatus = status;
    return new AttemptResult(other);
  }

  /**
   * From the attempt's start to its end, pacing not included.
   *
   * @return never negative
   */
  public Duration elapsed() {
    return parts.elapsed;
  }

  /**
   * The service's id of the request.
   *
   * @return empty where there was no response or no id in it
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(parts.requestId);
  }

  /**
   * Why the attempt failed.
   *
   * @return empty where it succeeded
   */
  public Optional<ErrorCode> error() {
    return Optional.ofNullable(parts.error);
  }

  /**
   * The service's own code.
   *
   * @return empty where the attempt succeeded or the service named none
   */
  public Optional<String> providerCode() {
    return Optional.ofNullable(parts.providerCode);
  }

  /**
   * What an attempt that failed may have changed.
   *
   * @return empty where it succeeded; {@link Outcome#UNKNOWN} for a write whose response was lost
   */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(parts.outcome);
  }

  /**
   * The host that the request went to.
   *
   * @return empty where nothing was sent or the provider does not say
   */
  public Optional<String> serverAddress() {
    return Optional.ofNullable(parts.serverAddress);
  }

  /**
   * The port of {@link #serverAddress}.
   *
   * @return empty where the address is
   */
  public OptionalInt serverPort() {
    return parts.serverAddress == null ? OptionalInt.empty() : OptionalInt.of(parts.serverPort);
  }

  /**
   * The HTTP status of the response.
   *
   * @return empty where there was no response or the provider does not say
   */
  public OptionalInt httpStatus() {
    return parts.httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(parts.httpStatus);
  }

  @Override
  public String toString() {
    return "AttemptResult[elapsed=%s, error=%s, outcome=%s, providerCode=%s, requestId=%s, server=%s, httpStatus=%d]"
        .formatted(
            parts.elapsed,
            parts.error,
            parts.outcome,
            parts.providerCode,
            parts.requestId,
            parts.serverAddress,
            parts.httpStatus);
  }
}
