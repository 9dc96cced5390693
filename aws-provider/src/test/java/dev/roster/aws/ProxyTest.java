package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What a proxy does to a request is described as the proxy's. */
class ProxyTest {

  private static final URI SERVICE = URI.create("https://identitystore.example.test");

  @AfterEach
  void forgetTheProxy() {
    System.clearProperty("http.proxyHost");
    System.clearProperty("http.proxyPort");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(HttpClientKind.values())
        .flatMap(
            http ->
                Stream.of(
                    Arguments.of(http, 502, ErrorCode.UNAVAILABLE),
                    Arguments.of(http, 503, ErrorCode.UNAVAILABLE),
                    Arguments.of(http, 403, ErrorCode.WRONG_ENDPOINT),
                    Arguments.of(http, 407, ErrorCode.WRONG_ENDPOINT)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aTunnelThatIsRefusedNamesTheProxyAndSendsNothing(
      HttpClientKind http, int status, ErrorCode code) throws IOException {
    String refusal =
        "HTTP/1.1 %d X\r\nProxy-Authenticate: Basic realm=\"a\"\r\nContent-Length: 3\r\n\r\nabc"
            .formatted(status);
    for (OperationCase operation : OperationCase.values()) {
      try (SocketServer proxy = new SocketServer(SocketServer.cut(refusal))) {
        bySystemSettings(proxy.address().getPort());
        assertThat(failure(http.builder(), SERVICE, operation))
            .returns(code, ErrorDescription::code)
            .returns(Reach.NOT_SENT, ErrorDescription::reach)
            .satisfies(
                said ->
                    assertThat(said.message().orElse(""))
                        .startsWith(
                            "the proxy 127.0.0.1:%d, named by the system's settings, refused the"
                                .concat(" connection with status %d")
                                .formatted(proxy.address().getPort(), status)));
        assertThat(proxy.requests()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProxyThatOnlyTheHttpClientKnowsIsToldAsAProxy(HttpClientKind http) throws IOException {
    String refusal = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\n\r\nabc";
    try (SocketServer proxy = new SocketServer(SocketServer.cut(refusal))) {
      assertThat(failure(through(http, proxy.address()), SERVICE, OperationCase.CREATE))
          .returns(ErrorCode.UNAVAILABLE, ErrorDescription::code)
          .returns(Reach.NOT_SENT, ErrorDescription::reach)
          .satisfies(said -> assertThat(said.message().orElse("")).contains("proxy", "502"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProxyThatIsNotThereIsNamed(HttpClientKind http) throws IOException {
    int port = closedPort();
    bySystemSettings(port);
    assertThat(failure(http.builder(), SERVICE, OperationCase.CREATE))
        .returns(ErrorCode.UNAVAILABLE, ErrorDescription::code)
        .returns(Reach.NOT_SENT, ErrorDescription::reach)
        .satisfies(
            said ->
                assertThat(said.message().orElse(""))
                    .contains("refused", "the proxy 127.0.0.1:" + port));
  }

  /** Without TLS there is no tunnel: the proxy has had the whole request. */
  @ParameterizedTest
  @EnumSource
  void aProxyThatWantsCredentialsIsAWrongEndpoint(HttpClientKind http) throws IOException {
    String refusal = "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"a\"\r\n";
    try (SocketServer proxy =
        new SocketServer(SocketServer.cut(refusal + "Content-Length: 3\r\n\r\nabc"))) {
      assertThat(failure(http.builder(), proxy.address(), OperationCase.CREATE))
          .returns(ErrorCode.WRONG_ENDPOINT, ErrorDescription::code)
          .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  private static void bySystemSettings(int port) {
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", Integer.toString(port));
  }

  private static SdkHttpClient.Builder<?> through(HttpClientKind http, URI proxy) {
    return switch (http) {
      case APACHE_5 ->
          Apache5HttpClient.builder()
              .proxyConfiguration(
                  software.amazon.awssdk.http.apache5.ProxyConfiguration.builder()
                      .endpoint(proxy)
                      .build());
      case APACHE_4 ->
          ApacheHttpClient.builder()
              .proxyConfiguration(
                  software.amazon.awssdk.http.apache.ProxyConfiguration.builder()
                      .endpoint(proxy)
                      .build());
      case URL_CONNECTION ->
          UrlConnectionHttpClient.builder()
              .proxyConfiguration(configuration -> configuration.endpoint(proxy));
    };
  }

  private static ErrorDescription failure(
      SdkHttpClient.Builder<?> http, URI endpoint, OperationCase operation) {
    try (MembershipDriver driver =
        AwsDrivers.builder()
            .identityStoreId(OperationCase.STORE)
            .region("eu-west-1")
            .endpoint(endpoint)
            .credentialsProvider(IdentityStoreServer.CREDENTIALS)
            .httpClientBuilder(http)
            .build()) {
      Throwable failure = catchThrowable(() -> operation.call(driver, new RecordedAttempt()));
      return driver.describe(Objects.requireNonNull(failure, "the call succeeded"));
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
