package dev.roster.huawei.internal.errors;

import dev.roster.huawei.internal.credentials.Secrets;
import dev.roster.huawei.internal.http.BodyReader;
import dev.roster.huawei.internal.requests.ApiRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A response that is no success, as far as it can be understood.
 *
 * @param request what was asked
 * @param status the HTTP status
 * @param body what the body says
 * @param headers the response's headers
 * @param receivedAt the time, as far as the service has said it, else this machine's
 * @param secrets what no text of it may quote
 */
public record ErrorResponse(
    ApiRequest request,
    int status,
    ErrorBody body,
    Headers headers,
    Instant receivedAt,
    Secrets secrets) {

  /** A message names what is wrong in its first sentences. */
  private static final int MAX_MESSAGE = 500;

  /** Longer than any code or request id that is known. */
  private static final int MAX_NAME = 100;

  /**
   * Reads a response.
   *
   * @throws IOException if the body did not arrive as a whole, and the status alone does not say
   *     what the service means
   */
  public static ErrorResponse read(
      ApiRequest request, Response response, Instant receivedAt, Secrets secrets)
      throws IOException {
    return new ErrorResponse(
        request, response.code(), body(response), response.headers(), receivedAt, secrets);
  }

  private static ErrorBody body(Response response) throws IOException {
    try {
      return ErrorBody.parse(wholeBody(response));
    } catch (IOException lost) {
      if (ErrorClassifier.statusSaysEnough(response.code())) {
        return ErrorBody.NONE;
      }
      throw lost;
    }
  }

  /** What ends with the connection, and is nothing whole, may have been cut. */
  private static byte[] wholeBody(Response response) throws IOException {
    byte[] body = BodyReader.beginning(response.body());
    if (!BodyReader.hasKnownEnd(response) && !ErrorBody.parse(body).isTheServices()) {
      throw BodyReader.cut();
    }
    return body;
  }

  public boolean isTheServices() {
    return body.isTheServices();
  }

  public @Nullable String providerCode() {
    return name(body.code());
  }

  public @Nullable String requestId() {
    String header = requestId(headers);
    return name(header != null ? header : body.requestId());
  }

  private @Nullable String name(@Nullable String text) {
    return text == null ? null : shown(text, MAX_NAME);
  }

  public static @Nullable String requestId(Headers headers) {
    String id = headers.get("X-Request-Id");
    return id == null || id.isBlank() ? null : id;
  }

  @Nullable Duration retryAfter() {
    return RetryAfter.read(headers, body.retryAfter(), receivedAt);
  }

  /**
   * The service's words without what they quote of secrets. With status 401 they hold nothing but
   * quotes of the request.
   */
  @Nullable String message() {
    String text = body.message();
    return text == null || status == 401 ? null : shown(text, MAX_MESSAGE);
  }

  private String shown(String text, int longest) {
    String line =
        request.personal().redact(secrets.redact(text)).strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= longest ? line : line.substring(0, longest) + "...";
  }

  /** One line for a person: status, code, words and request id, as far as they are known. */
  public String summary() {
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
