package dev.roster.emulator.internal.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.emulator.AccessKey;
import dev.roster.emulator.internal.signature.SignatureRejectedException.Reason;
import dev.roster.emulator.internal.wire.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Against the official signer. */
class AwsSignatureVerifierTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final AccessKey KEY = AccessKey.of("FAKEAK00EXAMPLE00001", "fakeSecretKey1");
  private static final String BODY = "{\"IdentityStoreId\":\"d-1234567890\"}";

  private static final SdkHttpRequest UNSIGNED =
      SdkHttpFullRequest.builder()
          .method(SdkHttpMethod.POST)
          .uri(URI.create("http://127.0.0.1:4711/"))
          .putHeader("X-Amz-Target", "AWSIdentityStore.ListGroupMemberships")
          .build();

  private final SignatureVerifier verifier = verifier(NOW);

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1", "us-east-1", "made-up-9"})
  void acceptsWhatTheOfficialSignerSignsForAnyRegion(String region) {
    Request request = request(signed("identitystore", region), BODY);

    assertThatCode(() -> verifier.verify(request)).doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherBody() {
    assertRejected(Reason.MISMATCH, verifier, request(signed(), BODY + " "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "x-amz-target"})
  void refusesAnotherValueOfASignedHeader(String name) {
    Map<String, List<String>> headers = signed();
    headers.put(name, List.of("elsewhere"));

    assertRejected(Reason.MISMATCH, verifier, request(headers, BODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "x-amz-target", "x-amz-date"})
  void refusesARequestThatLacksASignedHeader(String name) {
    Map<String, List<String>> headers = signed();
    headers.remove(name);

    assertRejected(Reason.MISMATCH, verifier, request(headers, BODY));
  }

  /** Else one operation could be signed and another asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"x-amz-target", "x-amz-security-token", "x-amz-anything"})
  void refusesARequestOfWhichAServiceHeaderIsNotSigned(String name) {
    Map<String, List<String>> headers = signed(UNSIGNED.toBuilder().removeHeader("X-Amz-Target"));
    assertThatCode(() -> verifier.verify(request(headers, BODY))).doesNotThrowAnyException();

    headers.put(name, List.of("AWSIdentityStore.DeleteGroup"));

    assertThatExceptionOfType(SignatureRejectedException.class)
        .isThrownBy(() -> verifier.verify(request(headers, BODY)));
  }

  @Test
  void refusesAnotherService() {
    assertRejected(Reason.WRONG_SCOPE, verifier, request(signed("sso", "eu-west-1"), BODY));
  }

  @Test
  void acceptsAFullQuarterOfAnHourAndNoMore() {
    Request request = request(signed(), BODY);
    Instant edge = NOW.plus(SigningTime.TOLERANCE);

    assertThatCode(() -> verifier(edge).verify(request)).doesNotThrowAnyException();
    assertRejected(Reason.OUT_OF_TIME, verifier(edge.plusSeconds(1)), request);
  }

  @Test
  void refusesWhatIsNotSigned() {
    assertRejected(Reason.MISSING, verifier, request(Map.of(), BODY));
    assertRejected(
        Reason.MALFORMED, verifier, request(Map.of("authorization", List.of("Basic abc")), BODY));
  }

  private static void assertRejected(Reason reason, SignatureVerifier verifier, Request request) {
    assertThatExceptionOfType(SignatureRejectedException.class)
        .isThrownBy(() -> verifier.verify(request))
        .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo(reason));
  }

  private static SignatureVerifier verifier(Instant now) {
    return new AwsSignatureVerifier(
        new AccessKeys(List.of(KEY)), InstantSource.fixed(now), region -> true);
  }

  private static Request request(Map<String, List<String>> headers, String body) {
    return new Request("POST", "/", headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, List<String>> signed() {
    return signed("identitystore", "eu-west-1");
  }

  private static Map<String, List<String>> signed(String service, String region) {
    return signed(UNSIGNED, service, region);
  }

  private static Map<String, List<String>> signed(SdkHttpRequest.Builder unsigned) {
    return signed(unsigned.build(), "identitystore", "eu-west-1");
  }

  private static Map<String, List<String>> signed(
      SdkHttpRequest unsigned, String service, String region) {
    SdkHttpRequest request =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(AwsCredentialsIdentity.create(KEY.id(), KEY.secret()))
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromUtf8String(BODY))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
            .request();
    Map<String, List<String>> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }
}
