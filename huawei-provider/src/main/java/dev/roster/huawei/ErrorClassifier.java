package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.spi.Reach;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reply means: its status first, then the number after the dot of its code. The prefix of
 * the code differs by site and date and only tells the gateway from the service.
 */
final class ErrorClassifier {

  private static final String CONCURRENT_CHANGE = "1006";
  private static final String CHANGE_FAILED = "1007";

  private ErrorClassifier() {}

  static ErrorCode code(ErrorReply reply) {
    int status = reply.status();
    if (status >= 500) {
      return ErrorCode.UNAVAILABLE;
    }
    return switch (status) {
      case 400 -> badRequest(reply);
      case 413, 414, 422, 431 -> ErrorCode.INVALID_ARGUMENT;
      case 401 -> ClockSkew.isIn(reply) ? ErrorCode.CLOCK_SKEW : ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.ACCESS_DENIED;
      case 404 -> notFound(reply.body());
      case 408 -> ErrorCode.TIMEOUT;
      case 409 -> conflict(reply);
      case 429 -> ErrorCode.THROTTLED;
      case 405, 407, 421 -> ErrorCode.WRONG_ENDPOINT;
      default -> isRedirect(status) ? ErrorCode.WRONG_ENDPOINT : ErrorCode.UNKNOWN;
    };
  }

  /** A server that failed, or gave up waiting, does not say how far it had come. */
  static Reach reach(int status) {
    return status >= 500 || status == 408 || status < 200 ? Reach.MAYBE_APPLIED : Reach.REFUSED;
  }

  private static boolean isRedirect(int status) {
    return status >= 300 && status < 400;
  }

  private static ErrorCode badRequest(ErrorReply reply) {
    String words = reply.body().message();
    return reply.continuesListing()
            && words != null
            && words.toLowerCase(Locale.ROOT).contains("marker")
        ? ErrorCode.INVALID_PAGE_TOKEN
        : ErrorCode.INVALID_ARGUMENT;
  }

  /** The service always answers in JSON; an empty body is what some proxies make of that. */
  private static ErrorCode notFound(ErrorBody body) {
    return isGateway(body.code()) || body.isForeign()
        ? ErrorCode.WRONG_ENDPOINT
        : ErrorCode.NOT_FOUND;
  }

  /** Only an explained conflict of a create can mean that the member is there already. */
  private static ErrorCode conflict(ErrorReply reply) {
    String number = number(reply.providerCode());
    if (CONCURRENT_CHANGE.equals(number)) {
      return ErrorCode.CONCURRENT_MODIFICATION;
    }
    boolean explained = number != null && !number.equals(CHANGE_FAILED);
    return reply.operation() == Operation.CREATE_MEMBERSHIP && explained
        ? ErrorCode.ALREADY_MEMBER
        : ErrorCode.CONFLICT;
  }

  private static boolean isGateway(@Nullable String code) {
    return code != null && (code.startsWith("APIG.") || code.startsWith("APIGW."));
  }

  private static @Nullable String number(@Nullable String code) {
    return code == null ? null : code.substring(code.lastIndexOf('.') + 1);
  }
}
