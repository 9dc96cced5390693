package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response of the service, or of what stands before it, that is no success. The native error
 * behind a {@link dev.roster.RosterException}: {@code
 * exception.unwrap(HuaweiServiceException.class)}.
 *
 * <p>Carries neither headers nor the body. What the service's words quote of keys, tokens and
 * signatures is taken out of them; with status 401, when they hold nothing else, they are left out.
 */
public final class HuaweiServiceException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int PROXY_WANTS_AUTHENTICATION = 407;

  /** The HTTP status. */
  private final int status;

  /** The service's own code, or null. */
  private final @Nullable String errorCode;

  /** The service's id of the request, or null. */
  private final @Nullable String requestId;

  /** The status, and the service's words as far as they may be shown. */
  private final String words;

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
    this.retryAfter = reply.retryAfter();
    this.code = ErrorClassifier.code(reply);
    this.reach = ErrorClassifier.reach(reply);
    this.words = words(code, reply);
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
        .message(words)
        .build();
  }

  /** Where the service's own words may not be shown, a person still needs some. */
  private static String words(ErrorCode code, ErrorReply reply) {
    return switch (code) {
      case UNAUTHENTICATED ->
          "the service does not accept the signature: the access key is not known or not active,"
              + " the secret key is another one's, or a proxy altered the request";
      case CLOCK_SKEW -> "the request's time is too far from the service's";
      default -> "status " + reply.status() + whatItSays(reply);
    };
  }

  private static String whatItSays(ErrorReply reply) {
    if (reply.status() == PROXY_WANTS_AUTHENTICATION) {
      return ": a proxy demands authentication";
    }
    String message = reply.message();
    if (!reply.isTheServices()) {
      return " with a response that is not the identity store's own"
          + (message == null ? "" : ": " + message);
    }
    return message == null ? "" : ": " + message;
  }
}
