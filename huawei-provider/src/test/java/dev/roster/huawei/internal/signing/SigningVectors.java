package dev.roster.huawei.internal.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.roster.huawei.internal.json.JsonTrees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the checked-in vectors. */
final class SigningVectors {

  private static final JsonNode FILE = load();

  private SigningVectors() {}

  /**
   * One request and what signing it has to give.
   *
   * @param name what the vector is about
   * @param request the request in canonical form
   * @param date the value of {@code X-Sdk-Date}
   * @param accessKey a made-up access key
   * @param secretKey a made-up secret key
   * @param canonicalRequest what has to be hashed
   * @param stringToSign what has to be signed
   * @param authorization what has to be sent
   */
  record Vector(
      String name,
      CanonicalRequest request,
      String date,
      String accessKey,
      String secretKey,
      String canonicalRequest,
      String stringToSign,
      String authorization) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Vector> ofSigner() {
    return stream(FILE.get("signer_vectors"))
        .filter(vector -> text(vector, "algorithm").equals(RequestSigner.ALGORITHM))
        .map(SigningVectors::signerVector)
        .toList();
  }

  static List<Vector> onTheWire() {
    return stream(FILE.get("wire_vectors")).map(SigningVectors::wireVector).toList();
  }

  private static Vector signerVector(JsonNode vector) {
    JsonNode input = vector.get("input");
    JsonNode expected = vector.get(text(vector, "use"));
    Map<String, String> headers = headers(input.get("headers"));
    headers.putAll(headers(vector.get("headers_to_sign")));
    return new Vector(
        text(vector, "name"),
        new CanonicalRequest(
            text(input, "method"),
            RequestTarget.of(
                segments(text(input, "path_decoded")),
                stream(input.get("query"))
                    .map(pair -> Map.entry(pair.get(0).stringValue(), pair.get(1).stringValue()))
                    .toList()),
            headers,
            input.path("body").stringValue("").getBytes(UTF_8)),
        text(input, "x_sdk_date"),
        text(input, "access_key"),
        text(input, "secret_key"),
        text(expected, "canonical_request"),
        text(expected, "string_to_sign"),
        text(expected, "authorization"));
  }

  private static Vector wireVector(JsonNode vector) {
    Map<String, String> sent = headers(vector.get("headers"));
    String authorization = Objects.requireNonNull(sent.get("Authorization"));
    Map<String, String> headers = new LinkedHashMap<>(sent);
    headers.keySet().removeAll(List.of("Accept-Encoding", "Connection", "Content-Length"));
    return new Vector(
        "%s with %s".formatted(text(vector, "operation"), text(vector, "credential")),
        new CanonicalRequest(
            text(vector, "method"),
            target(URI.create(text(vector, "request_target"))),
            headers,
            vector.path("body").stringValue("").getBytes(UTF_8)),
        Objects.requireNonNull(sent.get("X-Sdk-Date")),
        text(vector, "access_key"),
        text(vector, "secret_key"),
        text(vector, "canonical_request"),
        text(vector, "string_to_sign"),
        authorization);
  }

  private static RequestTarget target(URI uri) {
    List<Map.Entry<String, String>> query = new ArrayList<>();
    for (String pair : Objects.requireNonNullElse(uri.getRawQuery(), "").split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.add(Map.entry(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
      }
    }
    return RequestTarget.of(segments(uri.getPath()), query);
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, UTF_8);
  }

  private static List<String> segments(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return List.of(relative.split("/", -1));
  }

  private static Map<String, String> headers(JsonNode node) {
    Map<String, String> headers = new LinkedHashMap<>();
    node.properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().stringValue()));
    return headers;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return array.values().stream();
  }

  private static String text(JsonNode node, String name) {
    return Objects.requireNonNull(node.get(name).stringValue());
  }

  private static JsonNode load() {
    try (InputStream stream =
        SigningVectors.class.getResourceAsStream("/huawei-signing-vectors.json")) {
      return JsonTrees.read(Objects.requireNonNull(stream).readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
