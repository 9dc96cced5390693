package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each error code of the service means. The code decides and never the status, for the service
 * sends nearly every error with status 400. Next to the seven errors of the service's model stand
 * the common ones of the platform in front of it.
 */
final class ErrorTable {

  private static final Map<String, ErrorCode> MEANINGS = new HashMap<>();

  static {
    means(
        ErrorCode.INVALID_ARGUMENT,
        "ValidationException",
        "ValidationError",
        "SerializationException",
        "InvalidParameterCombination",
        "InvalidParameterValue",
        "MissingParameter");
    means(
        ErrorCode.UNAUTHENTICATED,
        "AuthFailure",
        "ExpiredToken",
        "ExpiredTokenException",
        "IncompleteSignature",
        "IncompleteSignatureException",
        "InvalidAccessKeyId",
        "InvalidClientTokenId",
        "InvalidSignatureException",
        "InvalidToken",
        "MissingAuthenticationToken",
        "MissingAuthenticationTokenException",
        "SignatureDoesNotMatch",
        "UnrecognizedClientException");
    means(
        ErrorCode.ACCESS_DENIED,
        "AccessDenied",
        "AccessDeniedException",
        "NotAuthorized",
        "NotAuthorizedException",
        "OptInRequired",
        "UnauthorizedOperation");
    means(ErrorCode.NOT_FOUND, "ResourceNotFoundException");
    means(ErrorCode.CONFLICT, "ConflictException");
    means(
        ErrorCode.THROTTLED,
        "BandwidthLimitExceeded",
        "EC2ThrottledException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionInProgressException");
    means(ErrorCode.QUOTA_EXCEEDED, "LimitExceededException", "ServiceQuotaExceededException");
    means(ErrorCode.CLOCK_SKEW, "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed");
    means(
        ErrorCode.UNAVAILABLE,
        "InternalError",
        "InternalFailure",
        "InternalServerError",
        "InternalServerException",
        "PriorRequestNotComplete",
        "RequestTimeout",
        "RequestTimeoutException",
        "ServiceUnavailable",
        "ServiceUnavailableException");
    means(
        ErrorCode.UNSUPPORTED,
        "NotImplemented",
        "NotImplementedException",
        "UnsupportedOperation",
        "UnsupportedOperationException");
    means(ErrorCode.WRONG_ENDPOINT, "InvalidAction", "UnknownOperationException");
  }

  private ErrorTable() {}

  static @Nullable ErrorCode meaning(String providerCode) {
    return MEANINGS.get(providerCode);
  }

  private static void means(ErrorCode meaning, String... providerCodes) {
    for (String providerCode : providerCodes) {
      MEANINGS.put(providerCode, meaning);
    }
  }
}
