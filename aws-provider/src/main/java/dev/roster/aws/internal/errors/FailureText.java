package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The words about a failure that may be shown to a person. */
final class FailureText {

  /** A message names what is wrong with the request in its first sentences. */
  private static final int MAX_BEGINNING = 500;

  /** A refused value may be long, and the rule that it breaks comes after it. */
  private static final int MAX_END = 1_000;

  private final UnaryOperator<String> redaction;

  /**
   * Words without secrets.
   *
   * @param redaction takes secrets out; before anything is cut, because nothing recognizes a part
   */
  FailureText(UnaryOperator<String> redaction) {
    this.redaction = redaction;
  }

  /**
   * The service's own words, except about signatures: those may repeat the headers that were
   * signed, the session token among them.
   */
  String of(
      ErrorCode code,
      @Nullable String providerCode,
      @Nullable String words,
      @Nullable String reason,
      int status) {
    return switch (code) {
      case UNAUTHENTICATED -> unauthenticated(providerCode == null ? "" : providerCode);
      case CLOCK_SKEW -> "the request's time is too far from the service's";
      case WRONG_ENDPOINT -> "status %d from something that is not the service".formatted(status);
      default -> explained(oneLine(words, status), reason);
    };
  }

  private static String unauthenticated(String providerCode) {
    return switch (providerCode) {
      case "ExpiredToken", "ExpiredTokenException" -> "the temporary credentials have expired";
      case "InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException" ->
          "the access key id or the session token is not known to the service, or not active";
      case "InvalidSignatureException", "SignatureDoesNotMatch" ->
          "the signature is not the one that the service computes: the secret key is another one's,"
              + " or a proxy altered the request";
      default -> "the service does not accept the credentials or the signature";
    };
  }

  /** All lines as one; of much, the beginning and the end. */
  String oneLine(@Nullable String words, int status) {
    if (words == null || words.isBlank()) {
      return "status %d without a message".formatted(status);
    }
    String line = redaction.apply(words).strip().replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    return line.length() <= MAX_BEGINNING + MAX_END
        ? line
        : line.substring(0, MAX_BEGINNING) + " ... " + line.substring(line.length() - MAX_END);
  }

  private static String explained(String words, @Nullable String reason) {
    if (reason == null) {
      return words;
    }
    return reason.startsWith("KMS_")
        ? "%s (%s: the store's own encryption key, not this request)".formatted(words, reason)
        : "%s (%s)".formatted(words, reason);
  }
}
