package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.CheckArea;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.ErrorCode;
import dev.roster.RosterClient;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.net.URI;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy that the settings choose is the one that is used. */
class ChosenProxyTest {

  private static final URI SERVICE = URI.create("https://service.invalid");
  private static final String REFUSAL = "HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n";

  @RegisterExtension static final FakeService SERVER = new FakeService();

  @AfterEach
  void forgetTheSettings() {
    for (String scheme : new String[] {"http", "https"}) {
      System.clearProperty(scheme + ".proxyHost");
      System.clearProperty(scheme + ".proxyPort");
    }
    System.clearProperty("http.nonProxyHosts");
  }

  private static ErrorDescription failure(HuaweiDrivers.Builder builder) {
    MembershipDriver driver = SERVER.closedAfterwards(builder.build());
    return Failing.describedCall(driver, WireOperation.CREATE);
  }

  private static String words(ErrorDescription described) {
    return described.message().orElseThrow();
  }

  @Test
  void theProxyOfTheParameterIsAskedForATunnelAndNamedWithItsSetting() throws IOException {
    try (RawService proxy = new RawService(REFUSAL.formatted(502))) {
      ErrorDescription said =
          failure(SERVER.builder().endpoint(SERVICE).proxy(proxy.endpoint().toString()));
      assertThat(said.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(said.reach()).isEqualTo(Reach.NOT_SENT);
      assertThat(words(said))
          .contains("the proxy 127.0.0.1:" + proxy.endpoint().getPort(), "(status 502)", "'proxy'");
      assertThat(proxy.requests()).isEqualTo(1);
    }
  }

  @Test
  void anAddressInPlaceOfAHostIsRefusedWhenTheDriverIsBuilt() {
    System.setProperty("https.proxyHost", "http://proxy");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SERVER.builder().endpoint(SERVICE).build())
        .withMessageContaining("the system property https.proxyHost");
  }

  @Test
  void theJvmsPropertyForTheSchemeOfTheEndpointIsUsed() throws IOException {
    try (RawService proxy = new RawService(REFUSAL.formatted(403))) {
      System.setProperty("http.proxyHost", "proxy.invalid");
      System.setProperty("https.proxyHost", "127.0.0.1");
      System.setProperty("https.proxyPort", Integer.toString(proxy.endpoint().getPort()));
      ErrorDescription said = failure(SERVER.builder().endpoint(SERVICE));
      assertThat(said.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(words(said)).contains("named by the system property https.proxyHost");
    }
  }

  @Test
  void credentialsThatAProxyRefusesAreSentOnceAndIntoNoMessage() throws IOException {
    try (RawService proxy = new RawService(REFUSAL.formatted(407))) {
      ErrorDescription said =
          failure(
              SERVER
                  .builder()
                  .endpoint(SERVICE)
                  .proxy(proxy.endpoint().toString())
                  .proxyCredentials("me", "hunter2"));
      assertThat(said.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(said.reach()).isEqualTo(Reach.NOT_SENT);
      assertThat(words(said)).contains("407", "proxyCredentials").doesNotContain("hunter2");
      assertThat(proxy.requests()).isEqualTo(1);
    }
  }

  @Test
  void aCheckNamesTheProxyAndSaysWhatToDoWhereItRefuses() throws IOException {
    try (RawService proxy = new RawService(REFUSAL.formatted(407));
        RosterClient client =
            RosterClient.builder(
                    SERVER
                        .builder()
                        .endpoint(SERVICE)
                        .proxy(proxy.endpoint().toString())
                        .proxyCredentials("me", "hunter2")
                        .build())
                .build()) {
      CheckReport report = client.check();
      String address = "the proxy 127.0.0.1:" + proxy.endpoint().getPort();
      assertThat(report.finding(CheckArea.NETWORK).words())
          .contains("requests go to service.invalid through " + address)
          .contains("which the parameter or the builder's setting 'proxy' names");
      assertThat(report.finding(CheckArea.CONFIGURATION).status()).isEqualTo(CheckStatus.PROBLEM);
      assertThat(report.finding(CheckArea.CONFIGURATION).advice())
          .contains("If " + address + " demands authentication, set proxyCredentials")
          .contains("have service.invalid permitted there");
      assertThat(report.toString()).doesNotContain("hunter2");
    }
  }

  @Test
  void aCheckSaysThatAGivenClientHasItsOwnProxies() {
    SERVER.respondsWith(aResponse().withStatus(503));
    try (RosterClient client =
        RosterClient.builder(SERVER.builder().httpClient(new OkHttpClient()).build()).build()) {
      assertThat(client.check().finding(CheckArea.NETWORK).words())
          .contains("the HTTP client that was given decides which proxy is used");
    }
  }

  /** A proxy for plain HTTP gets the whole request, and here is the service as well. */
  @Test
  void aPlainHttpEndpointIsAskedThroughTheProxyWithItsCredentials() {
    SERVER.respondsWith(aResponse().withStatus(503));
    MembershipDriver driver =
        SERVER.closedAfterwards(
            SERVER
                .builder()
                .endpoint(URI.create("http://service.invalid"))
                .allowPlainHttp()
                .proxy(SERVER.endpoint().toString())
                .proxyCredentials("me", "it")
                .build());
    var unused = Failing.describedCall(driver, WireOperation.GET);
    assertThat(SERVER.requests())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.getHeader("Proxy-Authorization"))
                    .isEqualTo(Credentials.basic("me", "it")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none"})
  void loopbackAndNoneAreReachedDirectlyWhateverTheJvmSays(String proxy) throws IOException {
    System.setProperty("http.proxyHost", "proxy.invalid");
    System.setProperty("http.nonProxyHosts", "");
    try (RawService service = new RawService(REFUSAL.formatted(503))) {
      HuaweiDrivers.Builder builder = SERVER.builder().endpoint(service.endpoint());
      failure(proxy.isEmpty() ? builder : builder.proxy(proxy));
      assertThat(service.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:hunter2@proxy.test:3128", "https://hunter2", "hunter2"})
  void anImpossibleProxyInAUriIsRefusedAndNotShown(String proxy) {
    String uri = "huawei://d-1234567890?region=cn-north-4&proxy=" + proxy.replace("@", "%40");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RosterClient.open(uri))
        .withMessageContaining("'proxy'")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void aProxyAndAnHttpClientExcludeEachOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SERVER
                    .builder()
                    .proxy("http://proxy.test:3128")
                    .httpClient(new OkHttpClient())
                    .build())
        .withMessageContaining("proxy");
  }
}
