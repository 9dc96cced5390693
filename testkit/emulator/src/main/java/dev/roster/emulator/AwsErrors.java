package dev.roster.emulator;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.emulator.SignatureRejectedException.Reason;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.ErrorDescription;
import tools.jackson.databind.node.ObjectNode;

/** Refusals in the shapes of the AWS service model; nearly all of them have status 400. */
final class AwsErrors {

  private static final int CLIENT = 400;
  private static final int SERVER = 500;

  Reply refused(MemoryStoreException refusal, String requestId) {
    ErrorDescription said = refusal.description();
    String message = said.message().orElse("");
    ObjectNode body = body(type(said.code()), message, requestId);
    said.retryAfter().ifPresent(wait -> body.put("RetryAfterSeconds", wait.toSeconds()));
    switch (said.code()) {
      case ALREADY_MEMBER -> body.put("Reason", "UNIQUENESS_CONSTRAINT_VIOLATION");
      case CONCURRENT_MODIFICATION -> body.put("Reason", "CONCURRENT_MODIFICATION");
      case NOT_FOUND -> {
        body.put("ResourceType", resourceType(said.missing()));
        refusal.resourceId().ifPresent(id -> body.put("ResourceId", id));
      }
      default -> {}
    }
    return Reply.json(said.code() == ErrorCode.UNAVAILABLE ? SERVER : CLIENT, body);
  }

  Reply invalid(String message, String requestId) {
    return Reply.json(CLIENT, body("ValidationException", message, requestId));
  }

  Reply unauthenticated(SignatureRejectedException rejection, String requestId) {
    return Reply.json(
        CLIENT, body(type(rejection.reason()), String.valueOf(rejection.getMessage()), requestId));
  }

  Reply noSuchOperation(String requestId) {
    return Reply.json(
        CLIENT, body("UnknownOperationException", "no such operation here", requestId));
  }

  private static ObjectNode body(String type, String message, String requestId) {
    return JsonFields.newObject()
        .put("__type", type)
        .put("Message", message)
        .put("RequestId", requestId);
  }

  private static String type(ErrorCode code) {
    return switch (code) {
      case THROTTLED -> "ThrottlingException";
      case NOT_FOUND -> "ResourceNotFoundException";
      case ALREADY_MEMBER, CONFLICT, CONCURRENT_MODIFICATION -> "ConflictException";
      case ACCESS_DENIED -> "AccessDeniedException";
      case QUOTA_EXCEEDED -> "ServiceQuotaExceededException";
      case CLOCK_SKEW -> "RequestExpired";
      case INVALID_ARGUMENT, INVALID_PAGE_TOKEN -> "ValidationException";
      default -> "InternalServerException";
    };
  }

  private static String type(Reason reason) {
    return switch (reason) {
      case MISSING -> "MissingAuthenticationTokenException";
      case MALFORMED -> "IncompleteSignatureException";
      case UNKNOWN_KEY, WRONG_TOKEN -> "UnrecognizedClientException";
      case EXPIRED_TOKEN -> "ExpiredTokenException";
      case WRONG_SCOPE, OUT_OF_TIME, MISMATCH -> "InvalidSignatureException";
    };
  }

  private static String resourceType(Resource missing) {
    return switch (missing) {
      case IDENTITY_STORE -> "IDENTITY_STORE";
      case GROUP -> "GROUP";
      case MEMBER -> "USER";
      case MEMBERSHIP, UNSPECIFIED -> "GROUP_MEMBERSHIP";
    };
  }
}
