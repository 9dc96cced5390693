package dev.roster.memory;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;

/** What a caller of the in-memory driver sees of each fault. */
final class FaultDescriptions {

  private FaultDescriptions() {}

  static MemoryStoreException failure(Fault fault) {
    return failure(fault, "scripted fault " + fault);
  }

  static MemoryStoreException failure(Fault fault, String message) {
    return MemoryStoreException.scripted(
        fault,
        ErrorDescription.builder(code(fault.kind()), reach(fault.kind()))
            .providerCode(fault.kind().name())
            .retryAfter(fault.retryAfter().orElse(null))
            .message(message)
            .build());
  }

  private static ErrorCode code(FaultKind kind) {
    return switch (kind) {
      case THROTTLE -> ErrorCode.THROTTLED;
      case LOSE_REQUEST,
          LOSE_REPLY,
          FAIL,
          FAIL_AFTER_COMMIT,
          TRUNCATE_REPLY,
          UNAVAILABLE,
          REFUSE_CONNECTION ->
          ErrorCode.UNAVAILABLE;
      case GARBLE_REPLY, REPEAT_PAGE_TOKEN, LOOP_PAGE_TOKENS, EMPTY_PAGE, LEAVE_GROUP_OUT ->
          ErrorCode.BAD_REPLY;
      case EXPIRE_PAGE_TOKEN -> ErrorCode.INVALID_PAGE_TOKEN;
      case ANSWER_SLOWLY, TRICKLE_REPLY -> ErrorCode.TIMEOUT;
      case CONCURRENT_MODIFICATION -> ErrorCode.CONCURRENT_MODIFICATION;
      case CONFLICT -> ErrorCode.CONFLICT;
      case SKEW_CLOCK -> ErrorCode.CLOCK_SKEW;
      case DENY_ACCESS -> ErrorCode.ACCESS_DENIED;
      case EXCEED_QUOTA -> ErrorCode.QUOTA_EXCEEDED;
    };
  }

  private static Reach reach(FaultKind kind) {
    return switch (kind) {
      case REFUSE_CONNECTION -> Reach.NOT_SENT;
      case THROTTLE,
          EXPIRE_PAGE_TOKEN,
          CONCURRENT_MODIFICATION,
          CONFLICT,
          SKEW_CLOCK,
          DENY_ACCESS,
          EXCEED_QUOTA ->
          Reach.REFUSED;
      case LOSE_REQUEST,
          LOSE_REPLY,
          FAIL,
          FAIL_AFTER_COMMIT,
          GARBLE_REPLY,
          TRUNCATE_REPLY,
          TRICKLE_REPLY,
          UNAVAILABLE,
          REPEAT_PAGE_TOKEN,
          LOOP_PAGE_TOKENS,
          EMPTY_PAGE,
          ANSWER_SLOWLY,
          LEAVE_GROUP_OUT ->
          Reach.MAYBE_APPLIED;
    };
  }
}
