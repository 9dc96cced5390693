package dev.roster.huawei.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;

/** Describes a response that is no success, with what a person can do about it. */
public final class ErrorDescriber {

  private static final int PROXY_WANTS_AUTHENTICATION = 407;

  private ErrorDescriber() {}

  public static ErrorDescription describe(ErrorResponse response) {
    ErrorCode code = ErrorClassifier.code(response);
    return ErrorDescription.builder(code, ErrorClassifier.reach(response))
        .providerCode(response.providerCode())
        .requestId(response.requestId())
        .retryAfter(response.retryAfter())
        .message(message(code, response))
        .build();
  }

  /** Where the service's own words may not be shown, a person still needs some. */
  private static String message(ErrorCode code, ErrorResponse response) {
    return switch (code) {
      case UNAUTHENTICATED ->
          "the service does not accept the signature: the access key is not known or not active,"
              + " the secret key belongs to another access key, or a proxy altered the request";
      case CLOCK_SKEW -> "the request's time is too far from the service's";
      default -> "status " + response.status() + details(response);
    };
  }

  private static String details(ErrorResponse response) {
    if (response.status() == PROXY_WANTS_AUTHENTICATION) {
      return ": a proxy demands authentication";
    }
    String words = response.message();
    String quoted = words == null ? "" : ": " + words;
    return response.isTheServices()
        ? quoted
        : " with a response that is not the identity store's own" + quoted;
  }
}
