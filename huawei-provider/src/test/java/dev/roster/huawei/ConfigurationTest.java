package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.ErrorCode;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.RosterException;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.huawei.internal.http.Endpoint;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be configured, by builder and by string, and what is refused with which words. */
class ConfigurationTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @Test
  void aRegionGivesTheHostAlsoOneThatIsNotKnownYet() {
    assertThat(Endpoint.ofRegion("identitystore", "xx-nowhere-9"))
        .isEqualTo(HttpUrl.get("https://identitystore.xx-nowhere-9.myhuaweicloud.com/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CN-NORTH-4", "cn north", "evil.example/", "a..b", "-a", "a-", "a@b"})
  void aRegionThatCouldChangeTheHostIsRefused(String region) {
    assertThatThrownBy(() -> Endpoint.ofRegion("identitystore", region))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("region must be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://service.invalid",
        "https://service.invalid:8443/",
        "http://localhost:1",
        "http://127.0.0.1:1",
        "http://127.1.2.3",
        "http://[::1]:1"
      })
  void httpsAndLoopbackAreAllowed(String endpoint) {
    assertThat(Endpoint.of(URI.create(endpoint), false)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://service.invalid",
        "http://10.0.0.1",
        "http://127.evil.invalid",
        "http://127.999.0.1",
        "http://127.0.0.256",
        "http://127.0.0.01",
        "http://127.0.0",
        "http://localhost.invalid"
      })
  void plainHttpToAnotherHostHasToBeAllowedInSoManyWords(String endpoint) {
    URI address = URI.create(endpoint);

    assertThatThrownBy(() -> SERVICE.builder().endpoint(address).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowPlainHttp");
    SERVICE.closedAfterwards(SERVICE.builder().endpoint(address).allowPlainHttp().build());
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://host, like https",
    "host, like https",
    "https://user:fake@host, user information",
    "https://host/path, a host and a port alone",
    "https://host?x=1, a host and a port alone",
    "https://host#x, a host and a port alone"
  })
  void anEndpointIsASchemeAHostAndAPort(String endpoint, String words) {
    assertThatThrownBy(() -> Endpoint.of(URI.create(endpoint), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("endpoint must")
        .hasMessageContaining(words)
        .hasMessageNotContaining("fake");
  }

  @Test
  void storeAndAddressAreRequired() {
    assertThatThrownBy(() -> HuaweiDrivers.builder().region("cn-north-4").build())
        .hasMessage("identity store id must be set");
    assertThatThrownBy(() -> HuaweiDrivers.builder().identityStoreId(FakeService.STORE).build())
        .hasMessageStartingWith("region or endpoint must be set");
  }

  @Test
  void theFactoryIsFoundByItsScheme() {
    assertThat(ServiceLoader.load(DriverFactory.class))
        .anySatisfy(factory -> assertThat(factory.scheme()).isEqualTo("huawei"));
  }

  @Test
  void aStringOpensADriverAndSendsNothing() {
    String uri =
        "huawei://d-1234567890?region=cn-north-4&projectId=0fake&strictIds=true&metadata=true"
            + "&profileFile=nowhere";
    try (RosterClient client = RosterClient.open(uri)) {
      assertThat(client.provider()).isEqualTo("huawei");
      assertThat(client.identityStoreId()).isEqualTo(FakeService.STORE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "huawei://d-1234567890, region or endpoint must be set",
    "huawei://d-12?region=cn-north-4, identity store id must have exactly 12 characters",
    "huawei://d-1234567890?region=cn-north-4&colour=red, unknown parameter [colour]",
    "huawei://d-1234567890?endpoint=http%3A%2F%2Fhost.invalid, allowPlainHttp",
    "huawei://d-1234567890?endpoint=%20, parameter 'endpoint'",
    "huawei://d-1234567890?region=cn-north-4&strictIds=yes, parameter 'strictIds'",
    "huawei://d-1234567890?region=cn-north-4&projectId=a%20b, project id must be",
    "huawei://d-1234567890?region=cn-north-4&profileFile=%00, parameter 'profileFile'"
  })
  void aWrongStringIsRefusedByTheNameOfItsPart(String uri, String words) {
    assertThatThrownBy(() -> RosterClient.open(uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void credentialsComeFromTheProfileFileThatTheStringNames(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("fake-profile");
    String uri =
        "huawei://d-1234567890?endpoint=%s&profileFile=%s".formatted(SERVICE.endpoint(), file);
    try (RosterClient client = RosterClient.open(uri)) {
      assertThatThrownBy(() -> client.getMembership(Samples.ID))
          .isInstanceOf(RosterException.class)
          .hasMessageContaining("no credentials found; looked at: profile file " + file)
          .extracting(failure -> ((RosterException) failure).code())
          .isEqualTo(ErrorCode.UNAUTHENTICATED);
      assertThat(SERVICE.requests()).isEmpty();

      Files.writeString(file, "[basic]\nak=FAKEAK\nsk=fakeSK\n");
      SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
      assertThat(client.getMembership(Samples.ID)).isEqualTo(Samples.MEMBERSHIP);
      assertThat(SERVICE.onlyRequest().getHeader("Authorization")).contains("Access=FAKEAK,");
    }
  }

  @Test
  void aStringIsCombinedWithCredentialsAndAClientInCode() {
    OkHttpClient shared = new OkHttpClient();
    String uri = "huawei://d-1234567890?endpoint=%s&deadline=PT7S".formatted(SERVICE.endpoint());
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    try (RosterClient client =
        RosterClient.builder(
                uri,
                HuaweiDrivers.with(
                    driver -> driver.credentials(FakeService.KEYS).httpClient(shared)))
            .build()) {
      assertThat(client.getMembership(Samples.ID)).isEqualTo(Samples.MEMBERSHIP);
      assertThat(SERVICE.onlyRequest().getHeader("Authorization"))
          .contains("Access=" + FakeService.KEYS.accessKey());
      assertThat(shared.connectionPool().connectionCount()).isEqualTo(1);
    }
    shared.connectionPool().evictAll();
    shared.dispatcher().executorService().shutdown();
  }

  @ParameterizedTest
  @ValueSource(strings = {"profileFile=somewhere", "metadata=true"})
  void credentialsOfTheStringAndOfTheCodeExcludeEachOther(String parameter) {
    String uri = "huawei://d-1234567890?region=cn-north-4&" + parameter;
    RosterClientBuilder builder =
        RosterClient.builder(
            uri, HuaweiDrivers.with(driver -> driver.credentials(FakeService.KEYS)));
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(parameter.substring(0, parameter.indexOf('=')))
        .hasMessageContaining("credentials");
  }

  @Test
  void onlyItsOwnClientIsClosed() throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    OkHttpClient shared = new OkHttpClient();
    MembershipDriver sharing = SERVICE.builder().httpClient(shared).build();
    MembershipDriver owning = SERVICE.builder().build();
    OkHttpClient owned = owning.unwrap(OkHttpClient.class).orElseThrow();
    WireOperation.GET.call(sharing, new OneAttempt());
    WireOperation.GET.call(owning, new OneAttempt());

    sharing.close();
    owning.close();
    owning.close();

    assertThat(shared.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(shared.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(owned.connectionPool().connectionCount()).isZero();
    assertThat(owned.dispatcher().executorService().isShutdown()).isTrue();
    shared.connectionPool().evictAll();
    shared.dispatcher().executorService().shutdown();
  }

  @Test
  void thereIsNothingElseToUnwrap() {
    assertThat(SERVICE.driver().unwrap(String.class)).isEmpty();
  }
}
