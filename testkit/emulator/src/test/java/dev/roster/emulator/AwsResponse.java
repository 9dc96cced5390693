package dev.roster.emulator;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the AWS protocol, taken apart. */
record AwsResponse(int status, JsonNode body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Sends an input, in which quotes may be single, to the store that every emulator has. */
  static AwsResponse to(PlainClient client, String operation, String input) throws Exception {
    return to(client, AwsSamples.STORE, operation, input);
  }

  static AwsResponse to(PlainClient client, String store, String operation, String input)
      throws Exception {
    String members = input.isEmpty() ? "" : ',' + input;
    String body = "{'IdentityStoreId':'" + store + '\'' + members + '}';
    HttpResponse<String> response = client.aws(operation, body.replace('\'', '"'));
    return new AwsResponse(
        response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
  }

  String type() {
    return body.path("__type").stringValue("");
  }

  /** A text by its path, or an empty one. */
  String text(String pointer) {
    return body.at(pointer).stringValue("");
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
