package dev.roster.huawei;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response of the service, or of what stands before it, that is no success. The native error
 * behind a {@link dev.roster.RosterException}: {@code
 * exception.unwrap(HuaweiServiceException.class)}. In a native call, the request itself throws it;
 * a function can catch it, for a response that it expects, such as status 404.
 *
 * <p>Carries neither headers nor the body. What the service's words quote of keys, tokens,
 * signatures and passwords is taken out of them, and what they quote of the values in a request
 * about a user or group. With status 401 they are left out, because they hold nothing else.
 */
public final class HuaweiServiceException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The HTTP status. */
  private final int status;

  /** The service's own code, or null. */
  private final @Nullable String errorCode;

  /** The service's id of the request, or null. */
  private final @Nullable String requestId;

  HuaweiServiceException(
      int status, @Nullable String errorCode, @Nullable String requestId, String summary) {
    super(summary);
    this.status = status;
    this.errorCode = errorCode;
    this.requestId = requestId;
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
}
