package dev.roster.huawei.internal.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.HuaweiIam;
import dev.roster.huawei.TurnedClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchanges with IAM, request by request. */
class IamCredentialsTest {

  private static final String KEYS_PATH = "/v3.0/OS-CREDENTIAL/securitytokens";
  private static final String TOKENS_PATH = "/v3.0/OS-AUTH/id-token/tokens";
  private static final String KEYS =
      """
      {"credential":{"access":"FAKEAK","secret":"fakeSK","securitytoken":"fakeToken",
       "expires_at":"2026-01-02T09:04:05.678000Z"}}
      """;
  private static final HuaweiCredentials TEMPORARY =
      HuaweiCredentials.of("FAKEAK", "fakeSK")
          .withSecurityToken("fakeToken")
          .withExpiry(Instant.parse("2026-01-02T09:04:05.678Z"));

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @TempDir private Path folder;

  private static IamExchange iam() {
    return new IamExchange("IAM", HttpUrl.get(SERVICE.endpoint().toString()), null);
  }

  private static HuaweiCredentialsProvider agency(HuaweiCredentials user) {
    return new AgencyCredentials(
        iam(),
        () -> user,
        "delegating-account",
        "membership agency",
        Duration.ofHours(1),
        new TurnedClock(FakeService.NOW));
  }

  private HuaweiCredentialsProvider identityProvider(String idToken) throws IOException {
    Path file = Files.writeString(folder.resolve("id-token"), idToken);
    return new IdentityProviderCredentials(iam(), "fake-idp", file, Duration.ofHours(6));
  }

  private static void responds(String path, ResponseDefinitionBuilder response) {
    SERVICE.server().stubFor(post(path).willReturn(response));
  }

  private static ResponseDefinitionBuilder created(String body) {
    return aResponse().withStatus(201).withBody(body);
  }

  @Test
  void theKeysOfAUserAreExchangedForThoseOfAnAgencyInOneSignedRequest() throws Exception {
    responds(KEYS_PATH, created(KEYS));

    assertThat(agency(FakeService.KEYS).credentials()).isEqualTo(TEMPORARY);

    assertThat(SERVICE.requests()).hasSize(1);
    LoggedRequest request = SERVICE.requests().get(0);
    assertThat(request.getBodyAsString())
        .isEqualTo(
            "{\"auth\":{\"identity\":{\"methods\":[\"assume_role\"],\"assume_role\":"
                + "{\"domain_name\":\"delegating-account\",\"agency_name\":\"membership agency\","
                + "\"duration_seconds\":3600}}}}");
    assertThat(request.getHeader("Authorization"))
        .isEqualTo(DocumentedSignature.authorization(request, KEYS_PATH, FakeService.KEYS));
  }

  @Test
  void temporaryKeysOfTheUserCarryTheirToken() {
    responds(KEYS_PATH, created(KEYS));
    agency(FakeService.KEYS.withSecurityToken("fakeTokenOfTheUser")).credentials();
    LoggedRequest request = SERVICE.requests().get(0);
    assertThat(request.getHeader("X-Security-Token")).isEqualTo("fakeTokenOfTheUser");
    assertThat(request.getHeader("Authorization"))
        .contains("SignedHeaders=host;x-sdk-date;x-security-token");
  }

  @Test
  void anIdTokenIsExchangedForATokenAndThatForKeys() throws IOException {
    responds(TOKENS_PATH, created("{\"token\":{}}").withHeader("X-Subject-Token", "fakeIamToken"));
    responds(KEYS_PATH, created(KEYS));

    assertThat(identityProvider("fake.id.token\n").credentials()).isEqualTo(TEMPORARY);

    List<LoggedRequest> requests = SERVICE.requests();
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).getUrl()).isEqualTo(TOKENS_PATH);
    assertThat(requests.get(0).getHeader("X-Idp-Id")).isEqualTo("fake-idp");
    assertThat(requests.get(0).getBodyAsString())
        .isEqualTo("{\"auth\":{\"id_token\":{\"id\":\"fake.id.token\"}}}");
    assertThat(requests.get(1).getUrl()).isEqualTo(KEYS_PATH);
    assertThat(requests.get(1).getBodyAsString())
        .isEqualTo(
            "{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":"
                + "{\"id\":\"fakeIamToken\",\"duration_seconds\":21600}}}}");
    assertThat(requests).noneMatch(request -> request.containsHeader("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500})
  void aRefusalNamesTheAgencyAndTheStatusAndNoSecret(int status) {
    responds(KEYS_PATH, aResponse().withStatus(status).withBody("fakeSecretOfABody"));
    assertThatThrownBy(() -> agency(FakeService.KEYS).credentials())
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessageContaining("membership agency")
        .hasMessageContaining("status " + status)
        .hasMessageNotContaining("fakeSecret");
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void aBrokenConnectionIsIamsAndTriedOnce() {
    responds(KEYS_PATH, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThatThrownBy(() -> agency(FakeService.KEYS).credentials())
        .hasMessageContaining("no response of IAM");
  }

  private static HuaweiCredentialsProvider at(String endpoint, String proxy) {
    HuaweiIam iam = HuaweiIam.at(URI.create(endpoint)).withProxy(proxy);
    return iam.agency(() -> FakeService.KEYS, "delegating-account", "membership agency");
  }

  /** Port 1 of this machine refuses. */
  @Test
  void aFailureToConnectSaysWhereAndThroughWhat() {
    assertThatThrownBy(() -> at("https://127.0.0.1:1", "none").credentials())
        .hasMessageContaining("no response of IAM: no connection to 127.0.0.1:1")
        .hasMessageContaining("ConnectException");
    assertThatThrownBy(() -> at("https://iam.invalid", "http://127.0.0.1:1").credentials())
        .hasMessageContaining("no connection to the proxy 127.0.0.1:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"credential\":{\"access\":\"fakeSecretAk\"}}"})
  void aDocumentThatIsNoneIsRefusedAndNotShown(String document) {
    responds(KEYS_PATH, created(document));
    assertThatThrownBy(() -> agency(FakeService.KEYS).credentials())
        .hasMessageContaining("cannot be understood")
        .hasMessageNotContaining("fakeSecret");
  }

  /** As some editors write a text. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkDoesNotHideAnIdToken(String charset) throws IOException {
    responds(TOKENS_PATH, created("{}").withHeader("X-Subject-Token", "fakeIamToken"));
    responds(KEYS_PATH, created(KEYS));
    HuaweiCredentialsProvider provider = identityProvider("");
    Files.write(folder.resolve("id-token"), "\uFEFFfakeIdToken\n".getBytes(charset));

    assertThat(provider.credentials()).isEqualTo(TEMPORARY);
    assertThat(SERVICE.requests().get(0).getBodyAsString())
        .isEqualTo("{\"auth\":{\"id_token\":{\"id\":\"fakeIdToken\"}}}");
  }

  @Test
  void whatIsMissingForAnIdentityProviderIsNamed() throws IOException {
    responds(TOKENS_PATH, created("{}"));
    HuaweiCredentialsProvider tokenless = identityProvider("fake.id.token");
    assertThatThrownBy(tokenless::credentials)
        .hasMessage("identity provider 'fake-idp': IAM sent no token");
    HuaweiCredentialsProvider empty = identityProvider(" \n");
    assertThatThrownBy(empty::credentials).hasMessageContaining("is empty");
    Files.delete(folder.resolve("id-token"));
    assertThatThrownBy(empty::credentials).hasMessageContaining("cannot be read");
  }

  @Test
  void keysAreKeptUntilTheyAreDue() {
    responds(KEYS_PATH, created(KEYS.replace("2026", "2126")));
    HuaweiCredentialsProvider keys =
        HuaweiIam.at(SERVICE.endpoint()).agency(() -> FakeService.KEYS, "account", "agency");
    keys.credentials();
    keys.credentials();
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void anImpossibleDurationOrEndpointIsRefused() {
    HuaweiIam iam = HuaweiIam.at(SERVICE.endpoint());
    for (Duration time : List.of(Duration.ofMinutes(14), Duration.ofHours(25))) {
      assertThatIllegalArgumentException().isThrownBy(() -> iam.withDuration(time));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HuaweiIam.at(URI.create("http://iam.example.test")));
  }
}
