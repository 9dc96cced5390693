package dev.roster.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends requests that no SDK would send. */
public final class PlainClient {

  private final URI endpoint;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public PlainClient(Emulator emulator) {
    this.endpoint = emulator.endpoint();
  }

  public HttpResponse<String> aws(String operation, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(endpoint.resolve("/"))
            .header("X-Amz-Target", "AWSIdentityStore." + operation)
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> list(String store, String group)
      throws IOException, InterruptedException {
    return aws(
        "ListGroupMemberships",
        "{\"IdentityStoreId\":\"%s\",\"GroupId\":\"%s\"}".formatted(store, group));
  }

  HttpResponse<String> huawei(String method, String target, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(endpoint.resolve(target))
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Reads with a session token. */
  HttpResponse<String> huawei(String token, String target)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(endpoint.resolve(target)).header("X-Security-Token", token).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
