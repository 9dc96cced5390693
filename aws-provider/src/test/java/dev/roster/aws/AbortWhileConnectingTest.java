package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.net.InetAddress;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** An abort while a connection is made leaves no socket behind. */
@Timeout(20)
class AbortWhileConnectingTest {

  private final RecordedAttempt attempt = new RecordedAttempt();

  /**
   * The resolver is the seam: it runs when Apache 5 has a connection and no socket for it yet. Left
   * alone, Apache 5 would now connect, and keep the socket until a garbage collection.
   */
  @ParameterizedTest
  @EnumSource
  void aSocketThatIsMadeAfterTheAbortIsClosed(OperationCase operation) throws Exception {
    assertNoSocketIsLeft(operation, driver -> abort());
  }

  /** As when a client is closed: its calls are aborted, and then its connections closed. */
  @ParameterizedTest
  @EnumSource
  void aSocketThatIsMadeWhileTheDriverClosesIsClosed(OperationCase operation) throws Exception {
    assertNoSocketIsLeft(
        operation,
        driver -> {
          abort();
          driver.close();
        });
  }

  private void assertNoSocketIsLeft(
      OperationCase operation, Consumer<MembershipDriver> whileConnecting) throws Exception {
    AtomicReference<MembershipDriver> opened = new AtomicReference<>();
    Runnable atTheSeam = () -> whileConnecting.accept(opened.get());
    try (SocketServer server = new SocketServer();
        MembershipDriver driver =
            server
                .driver(HttpClientKind.APACHE_5)
                .httpClientBuilder(Apache5HttpClient.builder().dnsResolver(resolver(atTheSeam)))
                .build()) {
      opened.set(driver);
      Throwable failure = catchThrowable(() -> operation.call(driver, attempt));
      assertThat(driver.describe(Objects.requireNonNull(failure)))
          .returns(Reach.NOT_SENT, ErrorDescription::reach);
      server.awaitClosedConnection();
      assertThat(server.requests()).isEmpty();
    }
  }

  private void abort() {
    Objects.requireNonNull(attempt.abortAction()).run();
  }

  private static DnsResolver resolver(Runnable atTheSeam) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) {
        atTheSeam.run();
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
