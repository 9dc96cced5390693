package dev.roster.huawei.internal.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.roster.ErrorCode;
import dev.roster.huawei.Failing;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.huawei.OneAttempt;
import dev.roster.huawei.WireOperation;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OkHttp repeats a request in several silent ways; none is left on any client. */
class SingleSendTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  /** A client on which everything is switched on that can repeat a request. */
  private static OkHttpClient.Builder eagerClient() {
    Authenticator again =
        (route, response) -> response.request().newBuilder().header("X-Again", "1").build();
    return new OkHttpClient.Builder()
        .retryOnConnectionFailure(true)
        .followRedirects(true)
        .followSslRedirects(true)
        .authenticator(again)
        .proxyAuthenticator(again);
  }

  static Stream<Arguments> responsesThatInviteASecondSend() {
    SortedMap<String, ResponseDefinitionBuilder> responses =
        new TreeMap<>(
            Map.of(
                "503 with a wait of zero", status(503).withHeader("Retry-After", "0"),
                "503 with a wait of zero, spelt otherwise",
                    status(503).withHeader("retry-after", "00"),
                "408", status(408),
                "408 with a wait of zero", status(408).withHeader("Retry-After", "0"),
                "401", status(401).withHeader("WWW-Authenticate", "Basic realm=\"x\""),
                "407", status(407).withHeader("Proxy-Authenticate", "Basic realm=\"x\""),
                "421", status(421),
                "307", status(307).withHeader("Location", "/elsewhere"),
                "302", status(302).withHeader("Location", "/elsewhere"),
                "a connection that ends", aResponse().withFault(Fault.EMPTY_RESPONSE)));
    return responses.entrySet().stream()
        .flatMap(
            response ->
                Stream.of(true, false)
                    .map(shared -> arguments(response.getKey(), response.getValue(), shared)));
  }

  private static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status);
  }

  @ParameterizedTest(name = "{0}, shared client: {2}")
  @MethodSource("responsesThatInviteASecondSend")
  void oneCallIsOneRequest(String what, ResponseDefinitionBuilder response, boolean shared) {
    SERVICE.respondsWith(response);
    HuaweiDrivers.Builder builder = SERVICE.builder();
    MembershipDriver driver =
        SERVICE.closedAfterwards(
            shared ? builder.httpClient(eagerClient().build()).build() : builder.build());

    for (WireOperation operation : WireOperation.values()) {
      int before = SERVICE.requests().size();
      Failing.call(driver, operation);
      assertThat(SERVICE.requests()).as(operation.name()).hasSize(before + 1);
    }
  }

  @Test
  void aPooledConnectionThatDiedIsNotReplacedBehindTheCallersBack() throws Exception {
    MembershipDriver driver =
        SERVICE.closedAfterwards(SERVICE.builder().httpClient(eagerClient().build()).build());
    SERVICE.respondsWith(okJson(WireOperation.CREATE.goodResponse()));
    WireOperation.CREATE.call(driver, new OneAttempt());

    SERVICE.respondsWith(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    Failing.call(driver, WireOperation.CREATE);

    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void aProxysChallengeToTheRequestItselfIsNotAnswered() {
    SERVICE.respondsWith(status(407).withHeader("Proxy-Authenticate", "Basic realm=\"x\""));
    Proxy proxy =
        new Proxy(
            Proxy.Type.HTTP,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), SERVICE.endpoint().getPort()));
    MembershipDriver driver =
        SERVICE.closedAfterwards(
            SERVICE.builder().httpClient(eagerClient().proxy(proxy).build()).build());

    assertThat(Failing.describedCall(driver, WireOperation.CREATE).code())
        .isEqualTo(ErrorCode.WRONG_ENDPOINT);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void aCacheOfASharedClientAnswersNothing(@TempDir Path directory) throws Exception {
    try (Cache cache = new Cache(directory.toFile(), 1_000_000)) {
      MembershipDriver driver =
          SERVICE.closedAfterwards(
              SERVICE.builder().httpClient(eagerClient().cache(cache).build()).build());
      SERVICE.respondsWith(
          okJson(WireOperation.GET.goodResponse()).withHeader("Cache-Control", "max-age=3600"));

      WireOperation.GET.call(driver, new OneAttempt());
      WireOperation.GET.call(driver, new OneAttempt());
    }
    assertThat(SERVICE.requests()).hasSize(2);
  }

  @Test
  void thePipelineAloneLimitsTheTime() {
    OkHttpClient shared =
        eagerClient()
            .connectTimeout(Duration.ofSeconds(3))
            .readTimeout(Duration.ofSeconds(1))
            .callTimeout(Duration.ofSeconds(2))
            .build();

    OkHttpClient hardened = SingleSend.harden(shared);

    assertThat(hardened.readTimeoutMillis()).isZero();
    assertThat(hardened.writeTimeoutMillis()).isZero();
    assertThat(hardened.callTimeoutMillis()).isZero();
    assertThat(hardened.connectTimeoutMillis()).isEqualTo(3000);
    assertThat(hardened.protocols()).containsExactly(Protocol.HTTP_1_1);
  }

  @Test
  void aProxyAuthenticatorMayStillOpenATunnel() throws IOException {
    OkHttpClient hardened = SingleSend.harden(eagerClient().build());

    assertThat(hardened.proxyAuthenticator().authenticate(null, challenge("CONNECT"))).isNotNull();
    assertThat(hardened.proxyAuthenticator().authenticate(null, challenge("POST"))).isNull();
  }

  private static Response challenge(String method) {
    RequestBody body = method.equals("POST") ? RequestBody.create(new byte[0]) : null;
    return new Response.Builder()
        .request(new Request.Builder().url("https://proxy.invalid").method(method, body).build())
        .protocol(Protocol.HTTP_1_1)
        .code(407)
        .message("")
        .build();
  }
}
