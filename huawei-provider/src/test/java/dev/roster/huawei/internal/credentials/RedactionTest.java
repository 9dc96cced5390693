package dev.roster.huawei.internal.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.huawei.Failing;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.OneAttempt;
import dev.roster.huawei.WireOperation;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.huawei.internal.signing.PercentEncoding;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the service quotes, and wherever: no secret of ours is in what is passed on. */
class RedactionTest {

  private static final String TOKEN = "FAKE-SECURITY-TOKEN/abc+def==";
  private static final String SECRET = FakeService.KEYS.secretKey();
  private static final String SIGNATURE = "0123456789abcdef".repeat(4);

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static final HuaweiCredentials KEYS = FakeService.KEYS.withSecurityToken(TOKEN);

  private static MembershipDriver driver() {
    return SERVICE.closedAfterwards(SERVICE.builder().credentials(KEYS).build());
  }

  private static void assertClean(String text) {
    assertThat(text)
        .doesNotContain(TOKEN, SECRET, SIGNATURE, PercentEncoding.encode(TOKEN), "OTHERS-TOKEN");
  }

  static Stream<String> quotes() {
    return Stream.of(
        "no permission for key with secret " + SECRET,
        "token=" + TOKEN,
        "in an address: " + PercentEncoding.encode(TOKEN),
        "in JSON: " + TOKEN.replace("/", "\\/"),
        "canonicalRequest:POST|/v1/||host:h|x-sdk-date:20260102T030405Z|x-security-token:"
            + TOKEN
            + "||host;x-sdk-date;x-security-token|"
            + SIGNATURE,
        "x-security-token: OTHERS-TOKEN, which came with another request",
        "{\"X-Security-Token\":\"OTHERS-TOKEN\"}",
        "X-Auth-Token=OTHERS-TOKEN",
        "Authorization: SDK-HMAC-SHA256 Access=FAKEAK, SignedHeaders=host, Signature=" + SIGNATURE,
        "Authorization: Bearer OTHERS-TOKEN",
        "Proxy-Authorization: Basic OTHERS-TOKEN",
        "expected signature " + SIGNATURE + " but got " + SIGNATURE.replace('0', 'f'));
  }

  @ParameterizedTest
  @MethodSource("quotes")
  void aQuotedSecretIsTakenOut(String quote) throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    MembershipDriver driver = driver();
    WireOperation.GET.call(driver, new OneAttempt());

    assertClean(driver.redact(quote));
    assertThat(driver.redact(quote)).contains(Secrets.MARK);
    assertThat(driver.redact(driver.redact(quote))).isEqualTo(driver.redact(quote));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "IIC.1000",
        "signature expired, signature time:20260102T030405Z,server time:20260102T043405Z",
        "user 00000000-bbbb-4bbb-8bbb-000000000001 is in 1000 groups already",
        "authorization failed: no basic permission for the action",
        "access key FAKEAK00EXAMPLE00001 is not known"
      })
  void harmlessWordsStayAsTheyAre(String text) throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    MembershipDriver driver = driver();
    WireOperation.GET.call(driver, new OneAttempt());

    assertThat(driver.redact(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void aDenialThatQuotesASecretIsShownWithoutIt(WireOperation operation) {
    MembershipDriver driver = driver();
    for (int status : List.of(400, 401, 403, 404, 409, 413, 429, 500)) {
      SERVICE.respondsWith(
          aResponse()
              .withStatus(status)
              .withHeader("X-Request-Id", "id-" + TOKEN)
              .withBody(
                  "{\"error_code\":\"C.%s\",\"error_msg\":\"denied: %s, %s\",\"request_id\":\"%s\"}"
                      .formatted(SECRET, TOKEN, SECRET, SECRET)));
      OneAttempt attempt = new OneAttempt();

      Throwable failure = Failing.call(driver, operation, attempt);

      ErrorDescription described = driver.describe(failure);
      assertClean(attempt.requestId());
      assertClean(described.message().orElseThrow());
      assertClean(described.providerCode().orElse(""));
      assertClean(described.requestId().orElse(""));
      assertClean(failure.toString());
      if (status != 401) {
        assertThat(described.message().orElseThrow()).contains("denied: " + Secrets.MARK);
      }
    }
  }

  /** A response to a request that was signed before may still be read after. */
  @Test
  void keysThatWereReplacedAreStillSecret() throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    Queue<String> secrets = new ArrayDeque<>(List.of("firstFakeSecret", "secondFakeSecret"));
    MembershipDriver driver =
        SERVICE.closedAfterwards(
            SERVICE
                .builder()
                .credentialsProvider(() -> HuaweiCredentials.of("FAKEAK", secrets.remove()))
                .build());
    WireOperation.GET.call(driver, new OneAttempt());
    WireOperation.GET.call(driver, new OneAttempt());

    assertThat(driver.redact("one: firstFakeSecret, two: secondFakeSecret"))
        .isEqualTo("one: [redacted], two: [redacted]");
  }

  @Test
  void codesAndIdsOfAnyLengthAreCutAndOfOneLine() {
    SERVICE.respondsWith(
        aResponse()
            .withStatus(403)
            .withHeader("X-Request-Id", "r".repeat(5000))
            .withBody("{\"error_code\":\"C.\\n\\u0007%s\"}".formatted("9".repeat(5000))));

    Throwable failure = Failing.call(driver(), WireOperation.GET);

    assertThat(failure.toString()).hasSizeLessThan(500).doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void aMetadataTokenThatNoHeaderCanCarryIsNotShown() {
    SERVICE.respondsWith(aResponse().withStatus(200).withBody("fake-metadata-t\u00f6ken\u0001"));
    HuaweiCredentialsProvider metadata =
        new InstanceMetadataCredentials(
            HttpUrl.get(SERVICE.endpoint().toString()), Clock.systemUTC());
    MembershipDriver driver =
        SERVICE.closedAfterwards(SERVICE.builder().credentialsProvider(metadata).build());

    Throwable failure = Failing.call(driver, WireOperation.GET);

    for (Throwable each = failure; each != null; each = each.getCause()) {
      assertThat(each.toString()).doesNotContain("fake-metadata");
    }
  }
}
