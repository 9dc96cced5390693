package dev.roster.huawei.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.spi.Reach;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a response means: its status first, then the number after the dot of its code. The prefix of
 * the code differs by site and date and only tells the gateway from the service. A response that
 * does not prove to be the service's own says nothing about groups, members or rights.
 */
public final class ErrorClassifier {

  private static final String CONCURRENT_CHANGE = "1006";

  /** Of the service, that it lacks the operation; of a gateway, that something is in its place. */
  private static final int NOT_IMPLEMENTED = 501;

  private ErrorClassifier() {}

  public static ErrorCode code(ErrorResponse response) {
    int status = response.status();
    if (status == NOT_IMPLEMENTED && response.isTheServices()) {
      return ErrorCode.UNSUPPORTED;
    }
    if (status >= 500) {
      return ErrorCode.UNAVAILABLE;
    }
    return switch (status) {
      case 408 -> ErrorCode.TIMEOUT;
      case 429 -> ErrorCode.THROTTLED;
      case 405, 407, 421 -> ErrorCode.WRONG_ENDPOINT;
      case 404 -> notFound(response);
      default -> isRedirect(status) ? ErrorCode.WRONG_ENDPOINT : refusal(response);
    };
  }

  private static ErrorCode refusal(ErrorResponse response) {
    if (!response.isTheServices() || response.status() < 200) {
      return ErrorCode.INVALID_RESPONSE;
    }
    return switch (response.status()) {
      case 400 -> badRequest(response);
      case 413, 414, 422, 431 -> ErrorCode.INVALID_ARGUMENT;
      case 401 -> ClockSkew.isIn(response) ? ErrorCode.CLOCK_SKEW : ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.ACCESS_DENIED;
      case 409 -> conflict(response.body());
      default -> ErrorCode.UNKNOWN;
    };
  }

  /**
   * A server that failed, or gave up waiting, does not say how far it had come; and what is not the
   * service's own may stand in place of anything that the service said.
   */
  public static Reach reach(ErrorResponse response) {
    int status = response.status();
    boolean failed = status >= 500 && status != NOT_IMPLEMENTED;
    boolean mayHaveFailedMidway = failed || status == 408 || status < 200;
    return mayHaveFailedMidway || !response.isTheServices() ? Reach.MAYBE_APPLIED : Reach.REFUSED;
  }

  /** Whether what the body would say can change nothing. */
  static boolean statusSaysEnough(int status) {
    return status >= 500 || status == 408 || status == 429 || status == 407;
  }

  private static boolean isRedirect(int status) {
    return status >= 300 && status < 400;
  }

  private static ErrorCode badRequest(ErrorResponse response) {
    if (response.request().isGuessingSpelling() && !isGateway(response.body().code())) {
      return ErrorCode.UNSUPPORTED;
    }
    return response.request().continuesListing() && speaksOfTheMarker(response)
        ? ErrorCode.INVALID_PAGE_TOKEN
        : ErrorCode.INVALID_ARGUMENT;
  }

  private static boolean speaksOfTheMarker(ErrorResponse response) {
    String words = response.body().message();
    return words != null && words.toLowerCase(Locale.ROOT).contains("marker");
  }

  private static ErrorCode notFound(ErrorResponse response) {
    return !response.isTheServices() || isGateway(response.body().code())
        ? ErrorCode.WRONG_ENDPOINT
        : ErrorCode.NOT_FOUND;
  }

  /** No number is known to mean "already a member": which conflict it is, only reading tells. */
  private static ErrorCode conflict(ErrorBody body) {
    return CONCURRENT_CHANGE.equals(number(body.code()))
        ? ErrorCode.CONCURRENT_MODIFICATION
        : ErrorCode.CONFLICT;
  }

  private static boolean isGateway(@Nullable String code) {
    return code != null && (code.startsWith("APIG.") || code.startsWith("APIGW."));
  }

  private static @Nullable String number(@Nullable String code) {
    return code == null ? null : code.substring(code.lastIndexOf('.') + 1);
  }
}
