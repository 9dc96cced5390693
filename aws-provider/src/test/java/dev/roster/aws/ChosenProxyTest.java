package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The proxy that the settings choose is the one that is used, whichever client the SDK finds. */
class ChosenProxyTest {

  private static final URI SERVICE = URI.create("https://identitystore.example.test");
  private static final URI PLAIN = URI.create("http://identitystore.example.test");
  private static final String REFUSAL = "HTTP/1.1 %d X\r\nContent-Length: 3\r\n\r\nabc";
  private static final String CHOICE_OF_CLIENT = "software.amazon.awssdk.http.service.impl";

  @AfterEach
  void forgetTheSettings() {
    System.clearProperty(CHOICE_OF_CLIENT);
    for (String scheme : new String[] {"http", "https"}) {
      System.clearProperty(scheme + ".proxyHost");
      System.clearProperty(scheme + ".proxyPort");
    }
    System.clearProperty("http.nonProxyHosts");
  }

  private static AwsDrivers.Builder driver(HttpClientKind http, URI endpoint) {
    System.setProperty(
        CHOICE_OF_CLIENT,
        switch (http) {
          case APACHE_5 -> "software.amazon.awssdk.http.apache5.Apache5SdkHttpService";
          case APACHE_4 -> "software.amazon.awssdk.http.apache.ApacheSdkHttpService";
          case URL_CONNECTION ->
              "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService";
        });
    return AwsDrivers.builder()
        .identityStoreId(OperationCase.STORE)
        .region("eu-west-1")
        .endpoint(endpoint)
        .allowPlainHttp()
        .credentialsProvider(IdentityStoreServer.CREDENTIALS);
  }

  private static SocketServer proxy(int status) throws IOException {
    return new SocketServer(SocketServer.cut(REFUSAL.formatted(status)));
  }

  private static ErrorDescription failure(AwsDrivers.Builder builder) {
    try (MembershipDriver driver = builder.build()) {
      Throwable failure =
          catchThrowable(() -> OperationCase.CREATE.call(driver, new RecordedAttempt()));
      return driver.describe(Objects.requireNonNull(failure, "the call succeeded"));
    }
  }

  private static String basic(String user, String password) {
    return "proxy-authorization: basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))
            .toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource
  void theProxyOfTheParameterIsAskedForATunnelAndNamedWithItsSetting(HttpClientKind http)
      throws IOException {
    try (SocketServer proxy = proxy(502)) {
      ErrorDescription said = failure(driver(http, SERVICE).proxy(proxy.address().toString()));
      assertThat(said.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(said.reach()).isEqualTo(Reach.NOT_SENT);
      assertThat(said.message().orElse(""))
          .contains("the proxy 127.0.0.1:" + proxy.address().getPort(), "'proxy'", "502");
      assertThat(proxy.requests())
          .singleElement()
          .asString()
          .startsWith("connect identitystore.example.test:443 ")
          .doesNotContain("proxy-authorization");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theJvmsPropertyForTheSchemeOfTheEndpointIsUsed(HttpClientKind http) throws IOException {
    try (SocketServer proxy = proxy(403)) {
      System.setProperty("http.proxyHost", "proxy.invalid");
      System.setProperty("https.proxyHost", "127.0.0.1");
      System.setProperty("https.proxyPort", Integer.toString(proxy.address().getPort()));
      ErrorDescription said = failure(driver(http, SERVICE));
      assertThat(said.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(said.message().orElse(""))
          .contains("named by the system property https.proxyHost");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void credentialsGoWithTheFirstRequestForATunnelAndIntoNoMessage(HttpClientKind http)
      throws IOException {
    try (SocketServer proxy = proxy(407)) {
      ErrorDescription said =
          failure(
              driver(http, SERVICE)
                  .proxy(proxy.address().toString())
                  .proxyCredentials("me", "hunter2"));
      assertThat(said.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(said.reach()).isEqualTo(Reach.NOT_SENT);
      assertThat(said.message().orElse(""))
          .contains("407", "proxyCredentials")
          .doesNotContain("hunter2");
      assertThat(proxy.requests()).hasSize(1);
      if (http == HttpClientKind.URL_CONNECTION) {
        assertThat(said.message().orElse("")).contains("disabledSchemes");
      } else {
        assertThat(proxy.requests().get(0)).contains(basic("me", "hunter2"));
      }
    }
  }

  @Test
  void aCheckNamesTheProxyAndSaysWhatToDoWhereItRefuses() throws IOException {
    try (SocketServer proxy = proxy(407);
        RosterClient client =
            RosterClient.builder(
                    driver(HttpClientKind.APACHE_5, SERVICE)
                        .proxy(proxy.address().toString())
                        .proxyCredentials("me", "hunter2")
                        .build())
                .build()) {
      CheckReport report = client.check();
      String address = "the proxy 127.0.0.1:" + proxy.address().getPort();
      assertThat(report.finding(CheckArea.NETWORK).words())
          .contains("requests go to identitystore.example.test through " + address)
          .contains("which the parameter or the builder's setting 'proxy' names");
      assertThat(report.finding(CheckArea.CONFIGURATION).status()).isEqualTo(CheckStatus.PROBLEM);
      assertThat(report.finding(CheckArea.CONFIGURATION).advice())
          .contains("If " + address + " demands authentication, set proxyCredentials")
          .contains("have identitystore.example.test permitted there");
      assertThat(report.toString()).doesNotContain("hunter2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlainHttpEndpointIsAskedThroughTheProxyToo(HttpClientKind http) throws IOException {
    try (SocketServer proxy =
        new SocketServer(
            SocketServer.response(
                200, "", "{\"IdentityStoreId\":\"d-1234567890\",\"MembershipId\":\"m-1\"}"))) {
      try (MembershipDriver driver =
          driver(http, PLAIN)
              .proxy(proxy.address().toString())
              .proxyCredentials("me", "it")
              .build()) {
        var unused = catchThrowable(() -> OperationCase.CREATE.call(driver, new RecordedAttempt()));
      }
      assertThat(proxy.requests())
          .singleElement()
          .asString()
          .startsWith("post http://identitystore.example.test/ ")
          .contains(basic("me", "it"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void loopbackAndNoneAreReachedDirectlyWhateverTheJvmSays(HttpClientKind http) throws IOException {
    System.setProperty("http.proxyHost", "proxy.invalid");
    System.setProperty("http.nonProxyHosts", "");
    for (String proxy : new String[] {"", "none"}) {
      try (SocketServer server = new SocketServer(SocketServer.cut(REFUSAL.formatted(503)))) {
        AwsDrivers.Builder builder = driver(http, server.address());
        failure(proxy.isEmpty() ? builder : builder.proxy(proxy));
        assertThat(server.requests()).singleElement().asString().startsWith("post / ");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void loopbackHasAProxyWhereTheParameterSaysSo(HttpClientKind http) throws IOException {
    try (SocketServer proxy = proxy(502)) {
      failure(driver(http, URI.create("http://127.0.0.1:1")).proxy(proxy.address().toString()));
      assertThat(proxy.requests())
          .singleElement()
          .asString()
          .startsWith("post http://127.0.0.1:1/ ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:hunter2@proxy.test:3128", "https://hunter2", "hunter2"})
  void anImpossibleProxyInAUriIsRefusedAndNotShown(String proxy) {
    String uri = "aws://d-1234567890?region=eu-west-1&proxy=" + proxy.replace("@", "%40");
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
                driver(HttpClientKind.APACHE_5, SERVICE)
                    .proxy("http://proxy.test:3128")
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build())
        .withMessageContaining("proxy");
  }

  /** The SDK would go to the service directly, past the proxy. */
  @ParameterizedTest
  @EnumSource(names = {"APACHE_5", "APACHE_4"})
  void aHostThatTheSdkCannotUseIsRefusedWhenTheDriverIsBuilt(HttpClientKind http) {
    for (String host : new String[] {"corp_proxy", "proxy-", "10.1.2.300"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> driver(http, SERVICE).proxy("http://" + host + ":3128").build())
          .withMessageContaining("'proxy'")
          .withMessageContaining("letters, digits, hyphens and dots");
    }
    System.setProperty("https.proxyHost", "corp_proxy");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> driver(http, SERVICE).build())
        .withMessageContaining("the system property https.proxyHost");
  }

  @Test
  void theJdksClientGoesThroughAProxyOfAnyName() {
    ErrorDescription said =
        failure(driver(HttpClientKind.URL_CONNECTION, SERVICE).proxy("http://no_proxy.invalid:1"));
    assertThat(said.reach()).isEqualTo(Reach.NOT_SENT);
    assertThat(said.message().orElse("")).contains("the proxy no_proxy.invalid:1");
  }

  /** Where a plugin of the SDK sends requests, only they tell. */
  @ParameterizedTest
  @ValueSource(strings = {"corp_proxy", "http://proxy"})
  void anUnusableProxyOfAnotherEndpointIsFoundBeforeAnythingIsSent(String host) {
    System.setProperty("http.proxyHost", host);
    ErrorDescription said =
        failure(
            driver(HttpClientKind.APACHE_5, SERVICE).customize(sdk -> sdk.endpointOverride(PLAIN)));
    assertThat(said.reach()).isEqualTo(Reach.NOT_SENT);
    assertThat(said.message().orElse("")).contains("the system property http.proxyHost");
  }

  @Test
  void anAddressInPlaceOfAHostIsRefusedWhenTheDriverIsBuilt() {
    System.setProperty("https.proxyHost", "http://proxy");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> driver(HttpClientKind.APACHE_5, SERVICE).build())
        .withMessageContaining("the system property https.proxyHost");
  }

  @Test
  void aSettingOfTheJvmThatCannotBeUsedShowsWhenTheDriverIsBuilt() {
    System.setProperty("https.proxyHost", "127.0.0.1");
    System.setProperty("https.proxyPort", "many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> driver(HttpClientKind.APACHE_5, SERVICE).build())
        .withMessageContaining("https.proxyHost");
  }
}
