package dev.roster.aws.internal.driver;

import dev.roster.aws.internal.driver.JsonExchange.JsonResponse;
import dev.roster.spi.AttemptContext;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreRequest;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreResponse;

/** Sends one request of an attempt. */
record SdkExchange(NativeClient client) {

  <B extends IdentitystoreRequest.Builder> B limit(B request, AttemptContext attempt) {
    return client.runner().limit(request, attempt);
  }

  <T extends IdentitystoreResponse> T send(
      AttemptContext attempt, Function<IdentitystoreClient, T> call) {
    T response = client.runner().run(attempt, () -> call.apply(client.sdk()));
    note(response, attempt);
    return response;
  }

  /** Whether what the SDK does not have can be sent. */
  boolean hasJson() {
    return client.json() != null;
  }

  /** Sends an operation that the SDK has, with members that it does not have. */
  JsonResponse send(AttemptContext attempt, String operation, Map<String, Document> members) {
    JsonExchange json =
        Objects.requireNonNull(client.json(), "a ready-made client sends no JSON of ours");
    return client.runner().run(attempt, () -> json.send(operation, members));
  }

  static void note(IdentitystoreResponse response, AttemptContext attempt) {
    String requestId = ResponseChecks.requestId(response);
    if (requestId != null) {
      attempt.requestId(requestId);
    }
    SdkHttpResponse head = response.sdkHttpResponse();
    if (head != null) {
      attempt.httpStatus(head.statusCode());
    }
  }
}
