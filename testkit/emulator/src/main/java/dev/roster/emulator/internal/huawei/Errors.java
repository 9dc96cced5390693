package dev.roster.emulator.internal.huawei;

import dev.roster.ErrorCode;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.exchange.RequestRefusedException;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.ErrorDescription;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refusals in the shape of the Huawei Cloud API. Which numbers are documented and which are assumed
 * stands in {@code docs/emulator-fidelity.md}.
 */
final class Errors {

  private static final String NOTHING_TO_DECODE = "FAKE-ENCODED-AUTHORIZATION-MESSAGE";

  private final Set<AlternativeBehavior> behaviors;

  Errors(Set<AlternativeBehavior> behaviors) {
    this.behaviors = behaviors;
  }

  Response refused(MemoryStoreException refusal, String requestId) {
    ErrorDescription said = refusal.description();
    ErrorNumber code = code(said);
    ObjectNode body = body(code, code.message(said.message().orElse("")), requestId);
    if (said.code() == ErrorCode.ACCESS_DENIED) {
      body.put("encoded_authorization_message", NOTHING_TO_DECODE);
    }
    return withHint(said, Response.json(code.status(), body));
  }

  private static Response withHint(ErrorDescription said, Response response) {
    return said.retryAfter()
        .map(wait -> response.header("Retry-After", Long.toString(wait.toSeconds())))
        .orElse(response);
  }

  /** What the gateway refuses before the service sees it. */
  RequestRefusedException tooLarge() {
    String detail = "a body has at most %d bytes".formatted(Request.MAX_BODY_BYTES);
    return new RequestRefusedException(
        detail, requestId -> response(ErrorNumber.TOO_LARGE, detail, requestId));
  }

  Response response(ErrorNumber code, String detail, String requestId) {
    return Response.json(code.status(), body(code, code.message(detail), requestId));
  }

  private ObjectNode body(ErrorNumber code, String message, String requestId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error_code", code.text(behaviors))
        .put("error_msg", message)
        .put("request_id", requestId);
  }

  private ErrorNumber code(ErrorDescription said) {
    return switch (said.code()) {
      case THROTTLED -> ErrorNumber.THROTTLED;
      case NOT_FOUND ->
          behaviors.contains(AlternativeBehavior.HUAWEI_MISSING_IS_NUMBER_400)
              ? ErrorNumber.NOT_FOUND_AS_INVALID
              : ErrorNumber.NOT_FOUND;
      case ALREADY_MEMBER, CONFLICT -> conflict();
      case CONCURRENT_MODIFICATION -> ErrorNumber.CONCURRENT;
      case ACCESS_DENIED -> ErrorNumber.DENIED;
      case QUOTA_EXCEEDED ->
          behaviors.contains(AlternativeBehavior.HUAWEI_QUOTA_IS_CONFLICT)
              ? conflict()
              : ErrorNumber.OVER_QUOTA;
      case CLOCK_SKEW -> ErrorNumber.SIGNATURE_EXPIRED;
      case INVALID_ARGUMENT -> ErrorNumber.INVALID;
      case INVALID_PAGE_TOKEN -> ErrorNumber.INVALID_MARKER;
      default -> said.retryAfter().isPresent() ? ErrorNumber.UNAVAILABLE : ErrorNumber.FAILED;
    };
  }

  private ErrorNumber conflict() {
    return behaviors.contains(AlternativeBehavior.HUAWEI_CONFLICT_HAS_UNKNOWN_NUMBER)
        ? ErrorNumber.CONFLICT_OF_UNKNOWN_NUMBER
        : ErrorNumber.CONFLICT;
  }
}
