package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the service, or of what stands before it, that is no success. The native error
 * behind a {@link dev.roster.RosterException}: {@code
 * exception.unwrap(HuaweiServiceException.class)}.
 *
 * <p>Carries neither headers nor the body. The service's words are left out where they could quote
 * the request's headers, as they can with status 401.
 */
public final class HuaweiServiceException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The HTTP status. */
  private final int status;

  /** The service's own code, or null. */
  private final @Nullable String errorCode;

  /** The service's id of the request, or null. */
  private final @Nullable String requestId;

  /** The service's words as far as they may be shown, or null. */
  private final @Nullable String serviceMessage;

  /** How long the service asks to wait, or null. */
  private final @Nullable Duration retryAfter;

  /** What the reply means. */
  private final ErrorCode code;

  /** How far the request came. */
  private final Reach reach;

  HuaweiServiceException(ErrorReply reply) {
    super(reply.summary());
    this.status = reply.status();
    this.errorCode = reply.providerCode();
    this.requestId = reply.requestId();
    this.serviceMessage = reply.message();
    this.retryAfter = reply.retryAfter();
    this.code = ErrorClassifier.code(reply);
    this.reach = ErrorClassifier.reach(reply.status());
  }

  /**
   * The HTTP status.
   *
   * @return never a 2xx
   */
  public int status() {
    return status;
  }

  /**
   * The service's own code, for example {@code IIC.1006} or {@code APIGW.0308}.
   *
   * @return empty where the body has none
   */
  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  /**
   * The service's id of the request: the header {@code X-Request-Id}, else the body's copy.
   *
   * @return empty where there is neither
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  ErrorDescription description() {
    return ErrorDescription.builder(code, reach)
        .providerCode(errorCode)
        .requestId(requestId)
        .retryAfter(retryAfter)
        .message(words())
        .build();
  }

  /** Where the service's own words may not be shown, a person still needs some. */
  private @Nullable String words() {
    return switch (code) {
      case UNAUTHENTICATED ->
          "the service does not accept the signature: the access key is not known or not active,"
              + " the secret key is another one's, or a proxy altered the request";
      case CLOCK_SKEW -> "the request's time is too far from the service's";
      default -> serviceMessage;
    };
  }
}
