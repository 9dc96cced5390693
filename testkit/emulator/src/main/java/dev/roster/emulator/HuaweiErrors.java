package dev.roster.emulator;

import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.ErrorDescription;

/**
 * Refusals in the shape of the Huawei Cloud API. Which numbers are documented and which are assumed
 * stands in {@code docs/emulator-fidelity.md}.
 */
final class HuaweiErrors {

  private static final Code INVALID = new Code(400, "IIC.400");
  private static final Code NOT_FOUND = new Code(404, "IIC.404");
  private static final Code DENIED = new Code(403, "IIC.1000");
  private static final Code OVER_QUOTA = new Code(403, "IIC.1003");
  private static final Code CONCURRENT = new Code(409, "IIC.1006");
  private static final Code CONFLICT = new Code(409, "IIC.1007");
  private static final Code FAILED = new Code(500, "IIC.500");
  private static final Code UNAVAILABLE = new Code(503, "IIC.503");
  private static final Code NO_SUCH_API = new Code(404, "APIGW.0101");
  private static final Code UNAUTHENTICATED = new Code(401, "APIGW.0301");
  private static final Code THROTTLED = new Code(429, "APIGW.0308");

  Reply refused(MemoryStoreException refusal, String requestId) {
    ErrorDescription said = refusal.description();
    Reply reply = reply(code(said), message(said), requestId);
    said.retryAfter()
        .ifPresent(wait -> reply.header("Retry-After", Long.toString(wait.toSeconds())));
    return reply;
  }

  Reply invalid(String message, String requestId) {
    return reply(INVALID, message, requestId);
  }

  Reply unauthenticated(SignatureRejectedException rejection, String requestId) {
    return reply(
        UNAUTHENTICATED, "IAM authentication failed: " + rejection.getMessage(), requestId);
  }

  Reply noSuchOperation(String requestId) {
    return reply(NO_SUCH_API, "the API does not exist", requestId);
  }

  private static Reply reply(Code code, String message, String requestId) {
    return Reply.json(
        code.status,
        JsonFields.newObject()
            .put("error_code", code.text)
            .put("error_msg", message)
            .put("request_id", requestId));
  }

  private static Code code(ErrorDescription said) {
    return switch (said.code()) {
      case THROTTLED -> THROTTLED;
      case NOT_FOUND -> NOT_FOUND;
      case ALREADY_MEMBER, CONFLICT -> CONFLICT;
      case CONCURRENT_MODIFICATION -> CONCURRENT;
      case ACCESS_DENIED -> DENIED;
      case QUOTA_EXCEEDED -> OVER_QUOTA;
      case CLOCK_SKEW -> UNAUTHENTICATED;
      case INVALID_ARGUMENT, INVALID_PAGE_TOKEN -> INVALID;
      default -> said.retryAfter().isPresent() ? UNAVAILABLE : FAILED;
    };
  }

  private static String message(ErrorDescription said) {
    String message = said.message().orElse("");
    return switch (said.code()) {
      case CLOCK_SKEW -> "IAM authentication failed: Signature expired: " + message;
      case INVALID_PAGE_TOKEN -> "invalid marker: " + message;
      default -> message;
    };
  }

  private record Code(int status, String text) {}
}
