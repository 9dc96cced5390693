package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** NOT_SENT is claimed exactly where no byte of the request can have left. */
class TransportFailuresTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  static Stream<Arguments> failuresBeforeTheRequest() {
    return Stream.of(
        arguments("unknown host", client().dns(TransportFailuresTest::unknown)),
        arguments("unknown host, nested", client().dns(TransportFailuresTest::unknownNested)),
        arguments("connect timeout", client().socketFactory(new TimingOut())),
        arguments(
            "failure in an interceptor",
            client().addInterceptor(failing(new SocketTimeoutException("timeout")))));
  }

  private static OkHttpClient.Builder client() {
    return new OkHttpClient.Builder();
  }

  private static List<InetAddress> unknown(String host) throws UnknownHostException {
    throw new UnknownHostException(host);
  }

  private static List<InetAddress> unknownNested(String host) throws UnknownHostException {
    UnknownHostException outer = new UnknownHostException("lookup failed");
    outer.initCause(new IOException(new UnknownHostException(host)));
    throw outer;
  }

  private static Interceptor failing(IOException failure) {
    return chain -> {
      throw failure;
    };
  }

  /** By name, because addresses are not looked up. */
  private static MembershipDriver driver(OkHttpClient client) {
    URI byName = URI.create("http://localhost:" + SERVICE.endpoint().getPort());
    return SERVICE.closedAfterwards(SERVICE.builder().endpoint(byName).httpClient(client).build());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failuresBeforeTheRequest")
  void nothingWasSent(String what, OkHttpClient.Builder client) {
    MembershipDriver driver = driver(client.build());

    for (WireOperation operation : WireOperation.values()) {
      ErrorDescription described = Failing.describedCall(driver, operation);

      assertThat(described.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
    }
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void aRefusedConnectionSentNothing() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    ErrorDescription described = callTo("http://127.0.0.1:" + port);

    assertThat(described.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
    assertThat(described.message())
        .contains(
            "no connection to 127.0.0.1:%d (ConnectException: Connection refused)".formatted(port));
  }

  @Test
  void aFailedTlsHandshakeSentNothing() {
    ErrorDescription described = callTo("https://127.0.0.1:" + SERVICE.endpoint().getPort());

    assertThat(described.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
  }

  private static ErrorDescription callTo(String endpoint) {
    MembershipDriver driver =
        SERVICE.closedAfterwards(SERVICE.builder().endpoint(URI.create(endpoint)).build());
    return Failing.describedCall(driver, WireOperation.CREATE);
  }

  /** The same class as a connect timeout, but the request had left. */
  @Test
  void aReadTimeoutMayHaveBeenApplied() {
    SERVICE.respondsWith(okJson(WireOperation.CREATE.goodResponse()));
    Interceptor afterwards =
        chain -> {
          chain.proceed(chain.request()).close();
          throw new SocketTimeoutException("timeout");
        };
    MembershipDriver driver =
        SERVICE.closedAfterwards(
            SERVICE.builder().httpClient(client().addInterceptor(afterwards).build()).build());

    ErrorDescription described = Failing.describedCall(driver, WireOperation.CREATE);

    assertThat(described.code()).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void theTransportsOwnErrorIsTheCause() {
    MembershipDriver driver = driver(client().dns(TransportFailuresTest::unknown).build());

    assertThat(Failing.call(driver, WireOperation.GET))
        .hasCauseInstanceOf(UnknownHostException.class);
  }

  @Test
  void aFailureThatIsNotTheDriversIsUnknownAndMayHaveBeenApplied() {
    ErrorDescription described = SERVICE.driver().describe(new IllegalStateException("what?"));

    assertThat(described.code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  /** Sockets that time out while they connect. */
  private static final class TimingOut extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
          throw new SocketTimeoutException("connect timed out");
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
