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
import dev.roster.huawei.HuaweiSts;
import dev.roster.huawei.TurnedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange of a user's keys for those of an agency at STS. */
class StsCredentialsTest {

  private static final String PATH = "/v5/agencies/assume";
  private static final String URN = "iam::0fake:agency:membership-sync";

  /** Of the form that the service's documentation shows. */
  private static final String KEYS =
      """
      {"source_identity":"","assumed_agency":
       {"urn":"sts::0fake::assumed-agency:membership-sync/roster","id":"1fake:roster"},
       "credentials":{"access_key_id":"FAKEAK","secret_access_key":"fakeSK",
       "security_token":"fakeToken","expiration":"2026-01-02T04:04:05.158Z"}}
      """;

  private static final HuaweiCredentials TEMPORARY =
      HuaweiCredentials.of("FAKEAK", "fakeSK")
          .withSecurityToken("fakeToken")
          .withExpiry(Instant.parse("2026-01-02T04:04:05.158Z"));

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static HuaweiCredentialsProvider agency(
      HuaweiCredentials user, @Nullable String externalId) {
    return new StsCredentials(
        new IamExchange("STS", HttpUrl.get(SERVICE.endpoint().toString()), null),
        () -> user,
        new StsCredentials.Session(URN, "roster", externalId, Duration.ofHours(1)),
        new TurnedClock(FakeService.NOW));
  }

  private static void responds(ResponseDefinitionBuilder response) {
    SERVICE.server().stubFor(post(PATH).willReturn(response));
  }

  @Test
  void theKeysOfAUserAreExchangedForThoseOfAnAgencyInOneSignedRequest() throws Exception {
    responds(aResponse().withBody(KEYS));

    assertThat(agency(FakeService.KEYS, null).credentials()).isEqualTo(TEMPORARY);

    assertThat(SERVICE.requests()).hasSize(1);
    LoggedRequest request = SERVICE.requests().get(0);
    assertThat(request.getBodyAsString())
        .isEqualTo(
            "{\"duration_seconds\":3600,\"agency_urn\":\"%s\",\"agency_session_name\":\"roster\"}"
                .formatted(URN));
    assertThat(request.getHeader("Content-Type")).startsWith("application/json");
    assertThat(request.getHeader("X-Sdk-Date")).isEqualTo("20260102T030405Z");
    assertThat(request.getHeader("Authorization"))
        .isEqualTo(DocumentedSignature.authorization(request, PATH, FakeService.KEYS));
  }

  @Test
  void temporaryKeysOfTheUserCarryTheirTokenAndSignIt() throws Exception {
    responds(aResponse().withBody(KEYS));
    agency(FakeService.KEYS.withSecurityToken("fakeTokenOfTheUser"), null).credentials();
    LoggedRequest request = SERVICE.requests().get(0);
    assertThat(request.getHeader("X-Security-Token")).isEqualTo("fakeTokenOfTheUser");
    assertThat(request.getHeader("Authorization"))
        .isEqualTo(DocumentedSignature.authorizationWithToken(request, PATH, FakeService.KEYS));
  }

  @Test
  void anExternalIdIsSentWhereTheAgencyDemandsOne() {
    responds(aResponse().withBody(KEYS));
    agency(FakeService.KEYS, "0external").credentials();
    assertThat(SERVICE.requests().get(0).getBodyAsString())
        .endsWith(",\"external_id\":\"0external\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "404, '{\"error_code\":\"STS5.1106\",\"error_msg\":\"fakeSecret\"}', status 404 (STS5.1106)",
    "403, '{\"error_code\":\"PAP5.0001\",\"error_msg\":\"fakeSecret\"}', status 403 (PAP5.0001)",
    "401, '{\"error_code\":\"fakeSecret of a body\"}', status 401",
    "500, fakeSecretOfABody, status 500",
    "502, '', status 502"
  })
  void aRefusalNamesTheAgencyTheStatusAndTheCodeAndNoSecret(int status, String body, String shown) {
    responds(aResponse().withStatus(status).withBody(body));
    assertThatThrownBy(() -> agency(FakeService.KEYS, null).credentials())
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessage("agency '%s': STS responded with %s".formatted(URN, shown));
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void aBrokenConnectionIsThatOfStsAndTriedOnce() {
    responds(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThatThrownBy(() -> agency(FakeService.KEYS, null).credentials())
        .hasMessageContaining("no response of STS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"credential\":{\"access\":\"fakeSecretAk\"}}",
        "{\"credentials\":{\"access_key_id\":\"fakeSecretAk\",\"secret_access_key\":\"fakeSecret\"}}"
      })
  void aDocumentThatIsNoneIsRefusedAndNotShown(String document) {
    responds(aResponse().withBody(document));
    assertThatThrownBy(() -> agency(FakeService.KEYS, null).credentials())
        .hasMessageContaining("cannot be understood")
        .hasMessageNotContaining("fakeSecret");
  }

  @Test
  void keysAreKeptUntilTheyAreDueAndAskedForAsSet() {
    responds(aResponse().withBody(KEYS.replace("2026", "2126")));
    HuaweiCredentialsProvider keys =
        HuaweiSts.at(SERVICE.endpoint())
            .withDuration(Duration.ofHours(2))
            .withSessionName("nightly-sync")
            .withExternalId("0external")
            .withProxy("none")
            .agency(() -> FakeService.KEYS, URN);
    keys.credentials();
    keys.credentials();
    assertThat(SERVICE.requests()).hasSize(1);
    assertThat(SERVICE.requests().get(0).getBodyAsString())
        .contains("7200", "nightly-sync", "0external");
  }

  @Test
  void anImpossibleDurationEndpointOrRegionIsRefused() {
    HuaweiSts sts = HuaweiSts.at(SERVICE.endpoint());
    for (Duration time : List.of(Duration.ofMinutes(14), Duration.ofHours(13))) {
      assertThatIllegalArgumentException().isThrownBy(() -> sts.withDuration(time));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HuaweiSts.at(URI.create("http://sts.example.test")));
    assertThatIllegalArgumentException().isThrownBy(() -> HuaweiSts.ofRegion("evil.example/"));
  }
}
