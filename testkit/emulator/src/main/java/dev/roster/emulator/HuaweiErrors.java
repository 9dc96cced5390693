package dev.roster.emulator;

import dev.roster.ErrorCode;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.ErrorDescription;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refusals in the shape of the Huawei Cloud API. Which numbers are documented and which are assumed
 * stands in {@code docs/emulator-fidelity.md}.
 */
final class HuaweiErrors {

  private static final String NOTHING_TO_DECODE = "FAKE-ENCODED-AUTHORIZATION-MESSAGE";

  private final Set<AlternativeAnswer> answers;

  HuaweiErrors(Set<AlternativeAnswer> answers) {
    this.answers = answers;
  }

  Reply refused(MemoryStoreException refusal, String requestId) {
    ErrorDescription said = refusal.description();
    HuaweiCode code = code(said);
    ObjectNode body = body(code, code.message(said.message().orElse("")), requestId);
    if (said.code() == ErrorCode.ACCESS_DENIED) {
      body.put("encoded_authorization_message", NOTHING_TO_DECODE);
    }
    Reply reply = Reply.json(code.status(), body);
    said.retryAfter()
        .ifPresent(wait -> reply.header("Retry-After", Long.toString(wait.toSeconds())));
    return reply;
  }

  Reply reply(HuaweiCode code, String detail, String requestId) {
    return Reply.json(code.status(), body(code, code.message(detail), requestId));
  }

  private ObjectNode body(HuaweiCode code, String message, String requestId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error_code", code.text(answers))
        .put("error_msg", message)
        .put("request_id", requestId);
  }

  private HuaweiCode code(ErrorDescription said) {
    return switch (said.code()) {
      case THROTTLED -> HuaweiCode.THROTTLED;
      case NOT_FOUND ->
          answers.contains(AlternativeAnswer.HUAWEI_MISSING_IS_NUMBER_400)
              ? HuaweiCode.NOT_FOUND_AS_INVALID
              : HuaweiCode.NOT_FOUND;
      case ALREADY_MEMBER, CONFLICT -> conflict();
      case CONCURRENT_MODIFICATION -> HuaweiCode.CONCURRENT;
      case ACCESS_DENIED -> HuaweiCode.DENIED;
      case QUOTA_EXCEEDED ->
          answers.contains(AlternativeAnswer.HUAWEI_QUOTA_IS_CONFLICT)
              ? conflict()
              : HuaweiCode.OVER_QUOTA;
      case CLOCK_SKEW -> HuaweiCode.SIGNATURE_EXPIRED;
      case INVALID_ARGUMENT -> HuaweiCode.INVALID;
      case INVALID_PAGE_TOKEN -> HuaweiCode.INVALID_MARKER;
      default -> said.retryAfter().isPresent() ? HuaweiCode.UNAVAILABLE : HuaweiCode.FAILED;
    };
  }

  private HuaweiCode conflict() {
    return answers.contains(AlternativeAnswer.HUAWEI_CONFLICT_HAS_UNKNOWN_NUMBER)
        ? HuaweiCode.CONFLICT_OF_UNKNOWN_NUMBER
        : HuaweiCode.CONFLICT;
  }
}
