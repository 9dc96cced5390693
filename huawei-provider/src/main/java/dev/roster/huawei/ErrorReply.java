package dev.roster.huawei;

import dev.roster.Operation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is no success, as far as it can be understood.
 *
 * @param operation what was asked
 * @param continuesListing whether a page token was sent
 * @param status the HTTP status
 * @param body what the body says
 * @param headers the reply's headers
 * @param receivedAt this machine's time
 * @param keys what the request was signed with, so that no word of the service can quote it
 */
record ErrorReply(
    Operation operation,
    boolean continuesListing,
    int status,
    ErrorBody body,
    Headers headers,
    Instant receivedAt,
    HuaweiCredentials keys) {

  private static final int MAX_MESSAGE = 500;

  static ErrorReply read(
      ApiRequest request, Response response, HuaweiCredentials keys, Instant receivedAt) {
    return new ErrorReply(
        request.operation(),
        request.continuesListing(),
        response.code(),
        ErrorBody.parse(bodyOf(response)),
        response.headers(),
        receivedAt,
        keys);
  }

  /** The status alone says enough where the body does not arrive. */
  private static byte[] bodyOf(Response response) {
    try {
      return BodyReader.beginning(response.body());
    } catch (IOException broken) {
      return new byte[0];
    }
  }

  @Nullable String providerCode() {
    return body.code();
  }

  @Nullable String requestId() {
    String header = requestId(headers);
    return header != null ? header : body.requestId();
  }

  static @Nullable String requestId(Headers headers) {
    String id = headers.get("X-Request-Id");
    return id == null || id.isBlank() ? null : id;
  }

  @Nullable Duration retryAfter() {
    return RetryAfter.read(headers, body.retryAfter(), receivedAt);
  }

  /** The service's words, unless they may hold what must not be shown. */
  @Nullable String message() {
    String text = body.message();
    if (text == null || status == 401 || quotesSecrets(text)) {
      return null;
    }
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MAX_MESSAGE ? line : line.substring(0, MAX_MESSAGE) + "...";
  }

  private boolean quotesSecrets(String text) {
    return text.contains(keys.secretKey())
        || keys.securityToken().filter(text::contains).isPresent()
        || text.contains("Signature=");
  }

  /** One line for a person: status, code, words and request id, as far as they are known. */
  String summary() {
    String code = providerCode();
    String words = message();
    String id = requestId();
    return "status %d%s%s%s"
        .formatted(
            status,
            code == null ? "" : ", " + code,
            words == null ? "" : ": " + words,
            id == null ? "" : " (request " + id + ")");
  }
}
