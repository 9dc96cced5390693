package dev.roster.examples.lines;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What each failure means. */
final class LineFailures {

  private LineFailures() {}

  static ErrorDescription describe(Throwable failure) {
    if (failure instanceof LineRefusalException refusal) {
      return describe(refusal);
    }
    if (failure instanceof NotSentException) {
      return described(ErrorCode.UNAVAILABLE, Reach.NOT_SENT, failure);
    }
    if (failure instanceof UnreadableResponseException) {
      return described(ErrorCode.INVALID_RESPONSE, Reach.MAYBE_APPLIED, failure);
    }
    ErrorCode code = failure instanceof IOException ? ErrorCode.UNAVAILABLE : ErrorCode.UNKNOWN;
    return described(code, Reach.MAYBE_APPLIED, failure);
  }

  private static ErrorDescription described(ErrorCode code, Reach reach, Throwable failure) {
    return ErrorDescription.builder(code, reach).message(failure.getMessage()).build();
  }

  private static ErrorDescription describe(LineRefusalException refusal) {
    ErrorCode code = code(refusal.code());
    boolean mayBeDone = code == ErrorCode.UNAVAILABLE || code == ErrorCode.UNKNOWN;
    return ErrorDescription.builder(code, mayBeDone ? Reach.MAYBE_APPLIED : Reach.REFUSED)
        .providerCode(refusal.code())
        .requestId(refusal.requestId())
        .missing(missing(refusal.code()))
        .retryAfter(seconds(refusal.seconds()))
        .build();
  }

  private static ErrorCode code(String refusal) {
    return switch (refusal) {
      case "no-such-store", "no-such-group", "no-such-user", "no-such-membership" ->
          ErrorCode.NOT_FOUND;
      case "already-member" -> ErrorCode.ALREADY_MEMBER;
      case "name-taken" -> ErrorCode.ALREADY_EXISTS;
      case "conflict" -> ErrorCode.CONFLICT;
      case "changing" -> ErrorCode.CONCURRENT_MODIFICATION;
      case "slow-down" -> ErrorCode.THROTTLED;
      case "broken" -> ErrorCode.UNAVAILABLE;
      case "denied" -> ErrorCode.ACCESS_DENIED;
      case "full" -> ErrorCode.QUOTA_EXCEEDED;
      case "bad-token" -> ErrorCode.INVALID_PAGE_TOKEN;
      case "bad-request" -> ErrorCode.INVALID_ARGUMENT;
      default -> ErrorCode.UNKNOWN;
    };
  }

  private static Resource missing(String refusal) {
    return switch (refusal) {
      case "no-such-store" -> Resource.IDENTITY_STORE;
      case "no-such-group" -> Resource.GROUP;
      case "no-such-user" -> Resource.MEMBER;
      case "no-such-membership" -> Resource.MEMBERSHIP;
      default -> Resource.UNSPECIFIED;
    };
  }

  /** A wait that cannot be read is no wait: describing a failure never throws. */
  private static @Nullable Duration seconds(String text) {
    return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : null;
  }
}
