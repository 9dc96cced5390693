package dev.roster.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.memory.ManualTime;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages name what failed: the service's host, the proxy, the region or the status. */
class ProxyFailuresTest {

  private static final URI SECURE = URI.create("https://service.invalid");

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static Proxy proxyAt(URI address) {
    return proxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
  }

  /** As the loopback address is called that the proxy is made with. */
  private static String nameOf(RawService proxy) {
    return "localhost:" + proxy.endpoint().getPort();
  }

  private static Proxy proxy(InetSocketAddress address) {
    return new Proxy(Proxy.Type.HTTP, address);
  }

  private static HuaweiDrivers.Builder through(Proxy proxy, URI endpoint) {
    return SERVICE
        .builder()
        .endpoint(endpoint)
        .allowPlainHttp()
        .httpClient(new OkHttpClient.Builder().proxy(proxy).dns(ProxyFailuresTest::look).build());
  }

  /** Knows no name but that of this machine. */
  private static List<InetAddress> look(String host) throws UnknownHostException {
    if (host.equals("localhost") || host.equals("127.0.0.1")) {
      return List.of(InetAddress.getLoopbackAddress());
    }
    throw new UnknownHostException(host);
  }

  private static ErrorDescription failureOf(HuaweiDrivers.Builder builder) {
    MembershipDriver driver = SERVICE.closedAfterwards(builder.build());
    ErrorDescription described = Failing.describedCall(driver, WireOperation.CREATE);
    assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
    return described;
  }

  private static String words(ErrorDescription described) {
    return described.message().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 407})
  void aProxyThatRefusesATunnelIsNamedAndAskedOnce(int status) throws IOException {
    try (RawService proxy =
            new RawService("HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n".formatted(status));
        RosterClient client =
            RosterClient.builder(through(proxyAt(proxy.endpoint()), SECURE).build())
                .timeSource(new ManualTime())
                .build()) {
      RosterException failure =
          Objects.requireNonNull(
              catchThrowableOfType(
                  RosterException.class,
                  () -> client.createMembership(Samples.GROUP, Samples.USER)));

      assertThat(failure.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure)
          .hasMessageContaining(
              "the proxy %s refuses a tunnel to service.invalid (status %d)"
                  .formatted(nameOf(proxy), status));
      assertThat(proxy.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void aProxyThatFailsForTheMomentIsNamed(int status) throws IOException {
    try (RawService proxy =
        new RawService("HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n".formatted(status))) {
      ErrorDescription described = failureOf(through(proxyAt(proxy.endpoint()), SECURE));

      assertThat(described.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(words(described))
          .contains("the proxy " + nameOf(proxy), "(status %d)".formatted(status));
    }
  }

  @Test
  void aProxyThatHangsUpIsNamed() throws IOException {
    try (RawService proxy = new RawService("")) {
      ErrorDescription described = failureOf(through(proxyAt(proxy.endpoint()), SECURE));

      assertThat(described.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(words(described)).contains("through the proxy " + nameOf(proxy));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://service.invalid", "http://service.invalid"})
  void aDeadProxyIsNotToldAsTheServicesHost(String endpoint) throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    Proxy dead = proxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

    ErrorDescription described = failureOf(through(dead, URI.create(endpoint)));

    assertThat(described.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(words(described))
        .contains(":%d (ConnectException: Connection refused)".formatted(port))
        .startsWith("no connection to the proxy ")
        .doesNotContain("service.invalid");
  }

  @Test
  void theUnknownNameOfAProxyIsTheProxys() {
    Proxy unknown = proxy(InetSocketAddress.createUnresolved("proxy.invalid", 3128));

    assertThat(words(failureOf(through(unknown, SECURE))))
        .startsWith("unknown host proxy.invalid, the proxy's")
        .doesNotContain("service.invalid");
  }

  @Test
  void anUnknownHostOfARegionNamesTheRegionAsTheLikelyMistake() {
    OkHttpClient lost = new OkHttpClient.Builder().dns(ProxyFailuresTest::look).build();
    HuaweiDrivers.Builder byRegion =
        HuaweiDrivers.builder()
            .identityStoreId(FakeService.STORE)
            .credentials(FakeService.KEYS)
            .region("cn-nrth-4")
            .httpClient(lost);

    ErrorDescription described = failureOf(byRegion);

    assertThat(described.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(words(described))
        .contains(
            "unknown host identitystore.cn-nrth-4.myhuaweicloud.com",
            "the region 'cn-nrth-4' is probably mistyped");
    assertThat(words(failureOf(SERVICE.builder().endpoint(SECURE).httpClient(lost))))
        .contains("unknown host service.invalid: check the endpoint")
        .doesNotContain("region");
  }

  @Test
  void aStatusThatTheTransportDoesNotPassOnIsToldAllTheSame() throws IOException {
    try (RawService service =
        new RawService("HTTP/1.1 407 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
      MembershipDriver driver =
          SERVICE.closedAfterwards(SERVICE.builder().endpoint(service.endpoint()).build());

      for (WireOperation operation : WireOperation.values()) {
        ErrorDescription described = Failing.describedCall(driver, operation);

        assertThat(described.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
        assertThat(words(described)).contains("status 407", "a proxy demands authentication");
      }
      assertThat(service.requests()).isEqualTo(WireOperation.values().length);
    }
  }

  @Test
  void aResponseThatBreaksHttpKeepsItsStatus() throws IOException {
    try (RawService service = new RawService("HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\nhello")) {
      MembershipDriver driver =
          SERVICE.closedAfterwards(SERVICE.builder().endpoint(service.endpoint()).build());

      ErrorDescription described = Failing.describedCall(driver, WireOperation.DELETE);

      assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
      assertThat(words(described)).contains("status 204");
    }
  }
}
