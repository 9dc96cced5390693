package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One error response of the service, or of something in front of it. */
final class ServiceFailure {

  /** Said of signatures that are out of time as well as of those that are wrong. */
  private static final Set<String> ABOUT_SIGNATURES =
      Set.of("InvalidSignatureException", "SignatureDoesNotMatch");

  private static final Pattern OUT_OF_TIME =
      Pattern.compile("signature (expired|not yet current)", Pattern.CASE_INSENSITIVE);

  /** What may come in the service's place without doing harm: all of it is retried. */
  private static final Set<ErrorCode> HARMLESS_WITHOUT_PROOF =
      Set.of(ErrorCode.THROTTLED, ErrorCode.UNAVAILABLE, ErrorCode.WRONG_ENDPOINT);

  /** A proxy sends it after its own timeout: how far the request came is not known. */
  private static final int HTTP_REQUEST_TIMEOUT = 408;

  private static final int HTTP_TOO_MANY_REQUESTS = 429;

  /** Of the service, that it lacks the operation; of a gateway, that something is in its place. */
  private static final int HTTP_NOT_IMPLEMENTED = 501;

  private static final Pattern PAGE_TOKEN = Pattern.compile("token", Pattern.CASE_INSENSITIVE);

  private final AwsServiceException failure;
  private final FailureText text;
  private final @Nullable String providerCode;
  private final @Nullable String reason;
  private final ResponseTimes times;

  ServiceFailure(AwsServiceException failure, Instant now, FailureText text) {
    this.failure = failure;
    this.text = text;
    AwsErrorDetails details = failure.awsErrorDetails();
    this.providerCode = details == null ? null : details.errorCode();
    this.reason = member("Reason", String.class);
    SdkHttpResponse response = details == null ? null : details.sdkHttpResponse();
    this.times =
        new ResponseTimes(response == null ? SdkHttpResponse.builder().build() : response, now);
  }

  ErrorDescription describe() {
    ErrorCode code = code();
    if (!isProved() && providerCode != null && !HARMLESS_WITHOUT_PROOF.contains(code)) {
      return withoutProof();
    }
    return ErrorDescription.builder(code, reach(code))
        .missing(code == ErrorCode.NOT_FOUND ? missing() : Resource.UNSPECIFIED)
        .providerCode(providerCode)
        .requestId(requestId())
        .retryAfter(retryAfter().orElse(null))
        .message(text.of(code, providerCode, serviceWords(), reason, failure.statusCode()))
        .build();
  }

  private ErrorDescription withoutProof() {
    return ErrorDescription.builder(ErrorCode.INVALID_RESPONSE, Reach.MAYBE_APPLIED)
        .providerCode(providerCode)
        .message(
            "status %d without a request id: the response is not the service's"
                .formatted(failure.statusCode()))
        .build();
  }

  /** The service always sends both; something in front of it does not. */
  private boolean isProved() {
    return providerCode != null && requestId() != null;
  }

  private ErrorCode code() {
    ErrorCode meaning = providerCode == null ? null : ErrorTable.meaning(providerCode);
    return meaning == null ? withoutKnownCode() : refined(meaning);
  }

  private ErrorCode refined(ErrorCode meaning) {
    return switch (meaning) {
      case CONFLICT -> conflict();
      case INVALID_ARGUMENT -> invalidArgument();
      case UNAUTHENTICATED -> isOutOfTime() ? ErrorCode.CLOCK_SKEW : meaning;
      default -> meaning;
    };
  }

  /** Only the service's own words count: a clock that is off hides denials of every other kind. */
  private boolean isOutOfTime() {
    String words = serviceWords();
    return providerCode != null
        && ABOUT_SIGNATURES.contains(providerCode)
        && words != null
        && OUT_OF_TIME.matcher(words).find();
  }

  /** Only here does the status count: there is nothing else to go by. */
  private ErrorCode withoutKnownCode() {
    ErrorCode other = providerCode == null ? ErrorCode.WRONG_ENDPOINT : ErrorCode.UNKNOWN;
    return switch (failure.statusCode()) {
      case HTTP_TOO_MANY_REQUESTS -> ErrorCode.THROTTLED;
      case HTTP_REQUEST_TIMEOUT -> ErrorCode.TIMEOUT;
      case HTTP_NOT_IMPLEMENTED -> isProved() ? ErrorCode.UNSUPPORTED : ErrorCode.UNAVAILABLE;
      default -> failure.statusCode() >= 500 ? ErrorCode.UNAVAILABLE : other;
    };
  }

  private ErrorCode conflict() {
    if ("UNIQUENESS_CONSTRAINT_VIOLATION".equals(reason)) {
      return ErrorCode.ALREADY_MEMBER;
    }
    return "CONCURRENT_MODIFICATION".equals(reason)
        ? ErrorCode.CONCURRENT_MODIFICATION
        : ErrorCode.CONFLICT;
  }

  /** A token is all that a page request has beyond identifiers, so a word of it is enough. */
  private ErrorCode invalidArgument() {
    String words = serviceWords();
    return reason == null && words != null && PAGE_TOKEN.matcher(words).find()
        ? ErrorCode.INVALID_PAGE_TOKEN
        : ErrorCode.INVALID_ARGUMENT;
  }

  /**
   * A ready-made client may have retried by itself, and then the refusal of the last attempt says
   * nothing about the ones before. And what is not proved to be the service's refusal is none.
   */
  private Reach reach(ErrorCode code) {
    Integer attempts = failure.numAttempts();
    if ((attempts != null && attempts > 1) || !isProved()) {
      return Reach.MAYBE_APPLIED;
    }
    return switch (code) {
      case THROTTLED, UNSUPPORTED -> Reach.REFUSED;
      case UNAVAILABLE, TIMEOUT, UNKNOWN -> Reach.MAYBE_APPLIED;
      default -> failure.statusCode() >= 500 ? Reach.MAYBE_APPLIED : Reach.REFUSED;
    };
  }

  /**
   * A missing key or policy belongs to the store as a whole; it must not pass for a missing
   * membership, which would mean success to some callers.
   */
  private Resource missing() {
    String type = member("ResourceType", String.class);
    return reason == null ? named(type == null ? "" : type) : Resource.IDENTITY_STORE;
  }

  private static Resource named(String type) {
    return switch (type) {
      case "GROUP" -> Resource.GROUP;
      case "USER" -> Resource.MEMBER;
      case "GROUP_MEMBERSHIP" -> Resource.MEMBERSHIP;
      case "IDENTITY_STORE", "RESOURCE_POLICY" -> Resource.IDENTITY_STORE;
      default -> Resource.UNSPECIFIED;
    };
  }

  /** The longer of body and header: the shorter one would be too early by the longer one. */
  private Optional<Duration> retryAfter() {
    Integer seconds = member("RetryAfterSeconds", Integer.class);
    Optional<Duration> body = Optional.ofNullable(seconds).map(Duration::ofSeconds);
    Optional<Duration> header = times.retryAfter();
    return body.isPresent() && header.isPresent()
        ? body.filter(wait -> wait.compareTo(header.get()) >= 0).or(() -> header)
        : body.or(() -> header);
  }

  private @Nullable String requestId() {
    String header = failure.requestId();
    return header == null || header.isBlank() ? member("RequestId", String.class) : header;
  }

  private @Nullable String serviceWords() {
    AwsErrorDetails details = failure.awsErrorDetails();
    return details == null ? null : details.errorMessage();
  }

  /** Modelled members all the same way, whichever of the modelled errors has them. */
  private <T> @Nullable T member(String name, Class<T> type) {
    for (SdkField<?> field : failure.sdkFields()) {
      if (field.memberName().equals(name)) {
        Object value = field.getValueOrDefault(failure);
        return type.isInstance(value) ? type.cast(value) : null;
      }
    }
    return null;
  }
}
