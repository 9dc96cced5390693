package dev.roster.aws.internal.driver;

import dev.roster.spi.AttemptContext;
import java.util.function.Function;
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
