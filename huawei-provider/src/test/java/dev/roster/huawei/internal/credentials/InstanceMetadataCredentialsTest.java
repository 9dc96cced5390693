package dev.roster.huawei.internal.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversation with a cloud server's metadata service. */
class InstanceMetadataCredentialsTest {

  private static final String TOKEN_PATH = "/meta-data/latest/api/token";
  private static final String KEYS_PATH = "/openstack/latest/securitykey";
  private static final String KEYS =
      """
      {"credential":{"access":"FAKEAK","secret":"fakeSK","securitytoken":"fakeToken",
       "expires_at":"2026-01-02T09:04:05.678000Z"}}
      """;

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final TurnedClock clock = new TurnedClock(FakeService.NOW);
  private HuaweiCredentialsProvider metadata = () -> FakeService.KEYS;

  @BeforeEach
  void freshProvider() {
    HttpUrl service = HttpUrl.get(SERVICE.endpoint().toString());
    metadata = new InstanceMetadataCredentials(service, clock);
  }

  private static void tokenIs(ResponseDefinitionBuilder response) {
    SERVICE.server().stubFor(put(TOKEN_PATH).willReturn(response));
  }

  private static void keysAre(ResponseDefinitionBuilder response) {
    SERVICE.server().stubFor(get(KEYS_PATH).willReturn(response));
  }

  private static List<String> paths() {
    return SERVICE.requests().stream().map(LoggedRequest::getUrl).toList();
  }

  @Test
  void asksForATokenAndThenForTheKeys() {
    tokenIs(ok("fake-metadata-token\n"));
    keysAre(okJson(KEYS));

    assertThat(metadata.credentials())
        .isEqualTo(
            HuaweiCredentials.of("FAKEAK", "fakeSK")
                .withSecurityToken("fakeToken")
                .withExpiry(Instant.parse("2026-01-02T09:04:05.678Z")));
    assertThat(paths()).containsExactly(TOKEN_PATH, KEYS_PATH);
    assertThat(SERVICE.requests().get(0).getHeader("X-Metadata-Token-Ttl-Seconds"))
        .isEqualTo("21600");
    assertThat(SERVICE.requests().get(1).getHeader("X-Metadata-Token"))
        .isEqualTo("fake-metadata-token");
  }

  @Test
  void theTokenIsKeptForItsLife() {
    tokenIs(ok("fake-metadata-token"));
    keysAre(okJson(KEYS));
    metadata.credentials();
    clock.turnBy(Duration.ofHours(5));
    metadata.credentials();
    assertThat(paths()).containsExactly(TOKEN_PATH, KEYS_PATH, KEYS_PATH);

    clock.turnBy(Duration.ofHours(1));
    metadata.credentials();

    assertThat(paths()).containsExactly(TOKEN_PATH, KEYS_PATH, KEYS_PATH, TOKEN_PATH, KEYS_PATH);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 503})
  void withoutTokenModeItGoesOnAndAsksAgainAfterADay(int status) {
    tokenIs(aResponse().withStatus(status).withHeader("Retry-After", "0"));
    keysAre(okJson(KEYS));
    metadata.credentials();
    clock.turnBy(Duration.ofHours(23));
    metadata.credentials();
    assertThat(paths()).containsExactly(TOKEN_PATH, KEYS_PATH, KEYS_PATH);
    assertThat(SERVICE.requests().get(1).containsHeader("X-Metadata-Token")).isFalse();

    clock.turnBy(Duration.ofHours(1));
    metadata.credentials();

    assertThat(paths()).containsExactly(TOKEN_PATH, KEYS_PATH, KEYS_PATH, TOKEN_PATH, KEYS_PATH);
  }

  @Test
  void aRefusedTokenIsReplacedOnce() {
    tokenIs(ok("fake-metadata-token"));
    keysAre(aResponse().withStatus(401).withBody("token invalid"));

    assertThatThrownBy(metadata::credentials)
        .hasMessage(
            "instance metadata: the request for keys failed with status 401; bind an agency"
                + " to the server");
    assertThat(paths()).containsExactly(TOKEN_PATH, KEYS_PATH, TOKEN_PATH, KEYS_PATH);
  }

  @Test
  void aMissingAgencyIsNotAskedForTwice() {
    tokenIs(ok("fake-metadata-token"));
    keysAre(aResponse().withStatus(401).withBody("an agency must be configured first"));

    assertThatThrownBy(metadata::credentials).hasMessageContaining("bind an agency");
    assertThat(paths()).containsExactly(TOKEN_PATH, KEYS_PATH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{}",
        "{\"credential\":{}}",
        "{\"credential\":{\"access\":\"A\",\"secret\":\"S\",\"securitytoken\":\"T\"}}",
        "{\"credential\":{\"access\":\"A\",\"secret\":\"S\",\"securitytoken\":\"T\",\"expires_at\":\"soon\"}}"
      })
  void aDocumentWithoutKeysIsAnErrorThatDoesNotQuoteIt(String document) {
    tokenIs(aResponse().withStatus(404));
    keysAre(okJson(document));

    assertThatThrownBy(metadata::credentials)
        .hasMessage("instance metadata: the document with the keys cannot be understood");
  }

  @Test
  void anotherFailureOfTheTokenRequestIsTold() {
    tokenIs(aResponse().withStatus(500));

    assertThatThrownBy(metadata::credentials)
        .hasMessage("instance metadata: the token request failed with status 500");
  }

  @Test
  void aBrokenConnectionIsTold() {
    tokenIs(aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThatThrownBy(metadata::credentials)
        .hasMessageStartingWith("instance metadata: no response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "UTC", "Pacific/Kiritimati"})
  @ResourceLock(Resources.TIME_ZONE)
  void theEndIsAnInstantWhateverTheTimeZoneOfTheJvm(String zone) {
    tokenIs(aResponse().withStatus(404));
    keysAre(okJson(KEYS));
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(metadata.credentials().expiresAt())
          .contains(Instant.parse("2026-01-02T09:04:05.678Z"));
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
