package dev.roster.aws;

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

/** One error reply of the service, or of something in front of it. */
final class ServiceFailure {

  /** As in the SDK, which corrects its clock by the same measure. */
  private static final Duration CLOCK_SKEW_THRESHOLD = Duration.ofMinutes(4);

  private static final Set<String> POSSIBLE_CLOCK_SKEW =
      Set.of("InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure");

  /** What a proxy answers that waited in vain: nobody knows how far the request came. */
  private static final int HTTP_REQUEST_TIMEOUT = 408;

  private static final Pattern PAGE_TOKEN = Pattern.compile("token", Pattern.CASE_INSENSITIVE);

  private final AwsServiceException failure;
  private final @Nullable String providerCode;
  private final @Nullable String reason;
  private final ReplyTimes times;

  ServiceFailure(AwsServiceException failure, Instant now) {
    this.failure = failure;
    AwsErrorDetails details = failure.awsErrorDetails();
    this.providerCode = details == null ? null : details.errorCode();
    this.reason = member("Reason", String.class);
    SdkHttpResponse reply = details == null ? null : details.sdkHttpResponse();
    this.times = new ReplyTimes(reply == null ? SdkHttpResponse.builder().build() : reply, now);
  }

  ErrorDescription describe() {
    ErrorCode code = code();
    return ErrorDescription.builder(code, reach(code))
        .missing(code == ErrorCode.NOT_FOUND ? missing() : Resource.UNSPECIFIED)
        .providerCode(providerCode)
        .requestId(requestId())
        .retryAfter(retryAfter().orElse(null))
        .message(FailureText.of(code, providerCode, serviceWords(), reason, failure.statusCode()))
        .build();
  }

  private ErrorCode code() {
    if (isPossibleClockSkew() && isSkewed()) {
      return ErrorCode.CLOCK_SKEW;
    }
    ErrorCode meaning = providerCode == null ? null : ErrorTable.meaning(providerCode);
    if (meaning == null) {
      return withoutKnownCode();
    }
    return switch (meaning) {
      case CONFLICT -> conflict();
      case INVALID_ARGUMENT -> invalidArgument();
      default -> meaning;
    };
  }

  private boolean isPossibleClockSkew() {
    int status = failure.statusCode();
    return status == 401
        || status == 403
        || (providerCode != null && POSSIBLE_CLOCK_SKEW.contains(providerCode));
  }

  private boolean isSkewed() {
    return times.clockSkew().filter(skew -> skew.compareTo(CLOCK_SKEW_THRESHOLD) >= 0).isPresent();
  }

  /** Only here does the status count: there is nothing else to go by. */
  private ErrorCode withoutKnownCode() {
    int status = failure.statusCode();
    if (status == 429) {
      return ErrorCode.THROTTLED;
    }
    if (status == HTTP_REQUEST_TIMEOUT) {
      return ErrorCode.TIMEOUT;
    }
    if (status >= 500) {
      return ErrorCode.UNAVAILABLE;
    }
    return providerCode == null ? ErrorCode.WRONG_ENDPOINT : ErrorCode.UNKNOWN;
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
   * nothing about the ones before.
   */
  private Reach reach(ErrorCode code) {
    Integer attempts = failure.numAttempts();
    if (attempts != null && attempts > 1) {
      return Reach.MAYBE_APPLIED;
    }
    return switch (code) {
      case THROTTLED -> Reach.REFUSED;
      case UNAVAILABLE, TIMEOUT, UNKNOWN -> Reach.MAYBE_APPLIED;
      default -> failure.statusCode() >= 500 ? Reach.MAYBE_APPLIED : Reach.REFUSED;
    };
  }

  /**
   * A missing key or policy belongs to the store as a whole; it must not pass for a missing
   * membership, which would mean success to some callers.
   */
  private Resource missing() {
    if (reason != null) {
      return Resource.IDENTITY_STORE;
    }
    String type = member("ResourceType", String.class);
    return switch (type == null ? "" : type) {
      case "GROUP" -> Resource.GROUP;
      case "USER" -> Resource.MEMBER;
      case "GROUP_MEMBERSHIP" -> Resource.MEMBERSHIP;
      case "IDENTITY_STORE", "RESOURCE_POLICY" -> Resource.IDENTITY_STORE;
      default -> Resource.UNSPECIFIED;
    };
  }

  /** The longer of body and header: the shorter one would be too early for somebody. */
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
