package dev.roster.emulator.internal.aws;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.exchange.RequestRefusedException;
import dev.roster.emulator.internal.signature.SignatureRejectedException;
import dev.roster.emulator.internal.signature.SignatureRejectedException.Reason;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.ErrorDescription;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Refusals in the shapes of the AWS service model; nearly all of them have status 400. */
final class Errors {

  private static final int CLIENT = 400;

  /** As the Smithy model declares them; the API's pages say 400. */
  private static final Map<String, Integer> MODELLED =
      Map.of(
          "AccessDeniedException", 403,
          "ResourceNotFoundException", 404,
          "ConflictException", 409,
          "ServiceQuotaExceededException", 402,
          "ThrottlingException", 429);

  private static final int TOO_LARGE = 413;
  private static final int SERVER = 500;
  private static final String NAMESPACE = "com.amazonaws.identitystore#";

  /** The reasons that name the customer's own encryption key. */
  private static final Map<ErrorCode, String> KEY_REASONS =
      Map.of(
          ErrorCode.ACCESS_DENIED, "KMS_ACCESS_DENIED",
          ErrorCode.THROTTLED, "KMS_THROTTLING",
          ErrorCode.NOT_FOUND, "KMS_KEY_NOT_FOUND",
          ErrorCode.INVALID_PAGE_TOKEN, "KMS_DISABLED");

  private final Set<AlternativeBehavior> behaviors;

  Errors(Set<AlternativeBehavior> behaviors) {
    this.behaviors = behaviors;
  }

  Response refused(MemoryStoreException refusal, String requestId) {
    ErrorDescription said = refusal.description();
    ErrorCode code = isDenied(said) ? ErrorCode.ACCESS_DENIED : said.code();
    ObjectNode body = body(type(code), said.message().orElse(""), requestId);
    said.retryAfter().ifPresent(wait -> body.put("RetryAfterSeconds", wait.toSeconds()));
    if (code == ErrorCode.NOT_FOUND) {
      putMissing(refusal, body);
    }
    reason(refusal, code).ifPresent(reason -> body.put("Reason", reason));
    return Response.json(code == ErrorCode.UNAVAILABLE ? SERVER : status(type(code)), body);
  }

  private int status(String type) {
    return behaviors.contains(AlternativeBehavior.AWS_STATUSES_ARE_MODELLED)
        ? MODELLED.getOrDefault(type, CLIENT)
        : CLIENT;
  }

  private static void putMissing(MemoryStoreException refusal, ObjectNode body) {
    body.put("ResourceType", resourceType(refusal.description().missing()));
    refusal.resourceId().ifPresent(id -> body.put("ResourceId", id));
  }

  Response invalid(String message, String requestId) {
    return refused("ValidationException", message, requestId);
  }

  Response unauthenticated(SignatureRejectedException rejection, String requestId) {
    return refused(type(rejection.reason()), String.valueOf(rejection.getMessage()), requestId);
  }

  Response noSuchOperation(String requestId) {
    return refused("UnknownOperationException", "no such operation here", requestId);
  }

  /** An operation that this kind of store does not have. */
  RequestRefusedException unknownOperation() {
    return refusal(CLIENT, "UnknownOperationException", "no such operation in this store");
  }

  /** A write in a Region that takes none; its code is not documented. */
  RequestRefusedException notPrimary(String message) {
    return refusal(CLIENT, "ValidationException", message);
  }

  /** A body that is not what the protocol says. */
  RequestRefusedException unreadable(String message) {
    return refusal(CLIENT, "SerializationException", message);
  }

  /** A body that is longer than the protocol allows. */
  RequestRefusedException tooLarge() {
    return refusal(
        TOO_LARGE,
        "RequestEntityTooLargeException",
        "a body has at most %d bytes".formatted(Request.MAX_BODY_BYTES));
  }

  private RequestRefusedException refusal(int status, String type, String message) {
    return new RequestRefusedException(
        message, requestId -> refused(status, type, message, requestId));
  }

  Response refused(int status, String type, String message, String requestId) {
    return Response.json(status, body(type, message, requestId));
  }

  private Response refused(String type, String message, String requestId) {
    return refused(CLIENT, type, message, requestId);
  }

  private ObjectNode body(String type, String message, String requestId) {
    boolean qualified = behaviors.contains(AlternativeBehavior.AWS_ERROR_TYPE_IS_QUALIFIED);
    return JsonNodeFactory.instance
        .objectNode()
        .put("__type", qualified ? NAMESPACE + type : type)
        .put("Message", message)
        .put("RequestId", requestId);
  }

  private boolean isDenied(ErrorDescription said) {
    return said.code() == ErrorCode.NOT_FOUND
        && said.missing() == Resource.IDENTITY_STORE
        && behaviors.contains(AlternativeBehavior.AWS_MISSING_STORE_IS_DENIED);
  }

  private Optional<String> reason(MemoryStoreException refusal, ErrorCode code) {
    if (code == ErrorCode.CONCURRENT_MODIFICATION) {
      return Optional.of("CONCURRENT_MODIFICATION");
    }
    if (refusal.isUniquenessViolation()) {
      return behaviors.contains(AlternativeBehavior.AWS_CONFLICT_HAS_NO_REASON)
          ? Optional.empty()
          : Optional.of("UNIQUENESS_CONSTRAINT_VIOLATION");
    }
    boolean keyIsAtFault =
        behaviors.contains(AlternativeBehavior.AWS_REASON_IS_THE_KEY)
            && (refusal.fault().isPresent()
                || refusal.description().missing() == Resource.IDENTITY_STORE);
    return keyIsAtFault ? Optional.ofNullable(KEY_REASONS.get(code)) : Optional.empty();
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
