package dev.roster.aws.internal.driver;

import dev.roster.ErrorCode;
import dev.roster.aws.internal.attempt.CurrentAttempt;
import dev.roster.aws.internal.attributes.JsonReader;
import dev.roster.aws.internal.attributes.JsonWriter;
import dev.roster.aws.internal.errors.FailureDescriber;
import dev.roster.aws.internal.errors.NewerOperationException;
import dev.roster.aws.internal.proof.InvalidResponseException;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/**
 * Sends what the SDK's model lacks: operations and members that are newer. To the same address,
 * with the same credentials and the same HTTP client, so that a request is aborted and proved as
 * every other; the SDK's interceptors and metric publishers do not see it. Thread-safe.
 */
public final class JsonExchange {

  private static final String TARGET = "AWSIdentityStore.";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private final IdentitystoreClient sdk;
  private final SdkHttpClient http;
  private final SdkEndpoint endpoint;
  private final RequestSigner signer;
  private final FailureDescriber describer;

  JsonExchange(IdentitystoreClient sdk, SdkHttpClient http, SdkEndpoint endpoint, Clock clock) {
    this.sdk = sdk;
    this.http = http;
    this.endpoint = endpoint;
    this.signer = new RequestSigner(sdk.serviceClientConfiguration(), clock);
    this.describer = new FailureDescriber(clock, null, null, text -> text);
  }

  /**
   * What came of a request.
   *
   * @param requestId the service's id of it
   * @param members the members of the response; none where it has no body
   */
  public record JsonResponse(String requestId, Map<String, Document> members) {}

  /**
   * Sends an operation that the SDK does not have.
   *
   * @param operation its name
   * @param members its input
   * @return the response
   */
  public JsonResponse sendNewer(String operation, Map<String, Document> members) {
    try {
      return send(operation, members);
    } catch (IdentitystoreException refusal) {
      throw new NewerOperationException(operation, refusal);
    }
  }

  /** Sends an operation that the SDK has, with members that it does not have. */
  JsonResponse send(String operation, Map<String, Document> members) {
    byte[] body = JsonWriter.write(Document.fromMap(members)).getBytes(StandardCharsets.UTF_8);
    HttpExecuteResponse response = exchange(request(operation, body), body);
    SdkHttpResponse head = response.httpResponse();
    String text = text(response);
    if (!head.isSuccessful()) {
      throw learned(
          head,
          Refusals.of(head, text.stripLeading().startsWith("{") ? members(head, text) : Map.of()));
    }
    note(head);
    return new JsonResponse(requestId(head), text.isBlank() ? Map.of() : members(head, text));
  }

  /** Only where the service says that the clock is off: else the date is any proxy's. */
  private IdentitystoreException learned(SdkHttpResponse head, IdentitystoreException refusal) {
    if (describer.describe(refusal).code() == ErrorCode.CLOCK_SKEW) {
      signer.learn(head);
    }
    return refusal;
  }

  private static void note(SdkHttpResponse head) {
    AttemptContext attempt = CurrentAttempt.get();
    if (attempt != null) {
      attempt.requestId(requestId(head));
    }
  }

  private SdkHttpRequest request(String operation, byte[] body) {
    URI address = endpoint.of(sdk);
    String path = address.getRawPath();
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(address)
        .encodedPath(path.endsWith("/") ? path : path + "/")
        .putHeader("Content-Type", CONTENT_TYPE)
        .putHeader("Content-Length", Integer.toString(body.length))
        .putHeader("User-Agent", UserAgent.VALUE)
        .putHeader("X-Amz-Target", TARGET + operation)
        .build();
  }

  private HttpExecuteResponse exchange(SdkHttpRequest request, byte[] body) {
    var prepared = http.prepareRequest(signer.sign(request, body));
    try {
      return prepared.call();
    } catch (IOException failed) {
      throw SdkClientException.create("the request failed: " + failed.getMessage(), failed);
    }
  }

  /** The body is here as a whole: what was read of it is proved. */
  private static String text(HttpExecuteResponse response) {
    try (var body = response.responseBody().orElse(null)) {
      return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String requestId(SdkHttpResponse head) {
    return head.firstMatchingHeader("x-amzn-RequestId").orElse("");
  }

  private static Map<String, Document> members(SdkHttpResponse head, String text) {
    try {
      return JsonReader.read("the response", text).asMap();
    } catch (InvalidInputException broken) {
      throw new InvalidResponseException(String.valueOf(broken.getMessage()), requestId(head));
    }
  }
}
