package dev.roster.emulator.internal.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.emulator.AccessKey;
import dev.roster.emulator.internal.signature.SignatureRejectedException.Reason;
import dev.roster.emulator.internal.wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HuaweiSignatureVerifierTest {

  private static final JsonNode VECTORS = vectors();
  private static final InstantSource SIGNED_AT =
      InstantSource.fixed(Instant.parse("2024-01-02T03:04:05Z"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("wireVectors")
  void acceptsWhatTheOfficialClientSends(String name, JsonNode vector) {
    assertThatCode(() -> verifier(vector).verify(request(vector, body(vector))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wireVectors")
  void refusesTheSameWithAnotherBody(String name, JsonNode vector) {
    assertRejected(Reason.MISMATCH, verifier(vector), request(vector, body(vector) + " "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("signerVectors")
  void acceptsWhatTheSignerVectorsSign(String name, JsonNode vector) {
    assertThatCode(() -> verifier(vector.get("input")).verify(signed(vector)))
        .doesNotThrowAnyException();
  }

  @Test
  void acceptsAFullQuarterOfAnHourAndNoMore() {
    JsonNode vector = VECTORS.get("wire_vectors").get(0);
    Request request = request(vector, body(vector));
    Instant edge = SIGNED_AT.instant().plus(SigningTime.TOLERANCE);

    assertThatCode(() -> verifier(vector, InstantSource.fixed(edge)).verify(request))
        .doesNotThrowAnyException();
    assertRejected(
        Reason.OUT_OF_TIME, verifier(vector, InstantSource.fixed(edge.plusSeconds(1))), request);
  }

  @Test
  void refusesWhatIsNotSigned() {
    JsonNode vector = VECTORS.get("wire_vectors").get(0);

    assertRejected(
        Reason.MISSING, verifier(vector), new Request("GET", "/v1/x", Map.of(), new byte[0]));
    assertRejected(
        Reason.MALFORMED,
        verifier(vector),
        new Request("GET", "/v1/x", Map.of("authorization", List.of("Basic abc")), new byte[0]));
  }

  static Stream<Arguments> wireVectors() {
    return VECTORS
        .get("wire_vectors")
        .valueStream()
        .map(
            vector ->
                Arguments.of(
                    vector.get("operation").stringValue()
                        + " with "
                        + vector.get("credential").stringValue(),
                    vector));
  }

  static Stream<Arguments> signerVectors() {
    return VECTORS
        .get("signer_vectors")
        .valueStream()
        .filter(vector -> vector.get("algorithm").stringValue().equals("SDK-HMAC-SHA256"))
        .map(vector -> Arguments.of(vector.get("name").stringValue(), vector));
  }

  private static void assertRejected(Reason reason, SignatureVerifier verifier, Request request) {
    assertThatExceptionOfType(SignatureRejectedException.class)
        .isThrownBy(() -> verifier.verify(request))
        .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo(reason));
  }

  private static SignatureVerifier verifier(JsonNode vector) {
    return verifier(vector, SIGNED_AT);
  }

  private static SignatureVerifier verifier(JsonNode vector, InstantSource clock) {
    String id = vector.get("access_key").stringValue();
    String secret = vector.get("secret_key").stringValue();
    JsonNode inHeader = vector.path("headers").path("X-Security-Token");
    JsonNode token = inHeader.isString() ? inHeader : vector.path("security_token");
    AccessKey key =
        token.isString()
            ? AccessKey.temporary(id, secret, token.stringValue())
            : AccessKey.of(id, secret);
    return new HuaweiSignatureVerifier(new AccessKeys(List.of(key)), clock);
  }

  private static Request request(JsonNode vector, String body) {
    return new Request(
        vector.get("method").stringValue(),
        vector.get("request_target").stringValue(),
        headers(vector.get("headers")),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static Request signed(JsonNode vector) {
    JsonNode use = vector.get(vector.get("use").stringValue());
    JsonNode input = vector.get("input");
    Map<String, List<String>> headers = headers(vector.get("headers_to_sign"));
    headers.put("authorization", List.of(use.get("authorization").stringValue()));
    URI url = URI.create(vector.get("strict_url").stringValue());
    String target =
        url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    return new Request(
        input.get("method").stringValue(),
        target,
        headers,
        body(input).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, List<String>> headers(JsonNode object) {
    Map<String, List<String>> headers = new HashMap<>();
    object
        .properties()
        .forEach(
            each ->
                headers.put(
                    each.getKey().toLowerCase(Locale.ROOT),
                    List.of(each.getValue().stringValue())));
    return headers;
  }

  private static String body(JsonNode holder) {
    JsonNode body = holder.path("body");
    return body.isString() ? body.stringValue() : "";
  }

  private static JsonNode vectors() {
    try (InputStream file =
        HuaweiSignatureVerifierTest.class.getResourceAsStream("/huawei-signing-vectors.json")) {
      return JsonMapper.builder().build().readTree(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
