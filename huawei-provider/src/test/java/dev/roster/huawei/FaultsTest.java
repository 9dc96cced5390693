package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.roster.ErrorCode;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.huawei.internal.http.AttemptException;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A response that is lost or broken: one request, and an honest word on what may have happened. */
class FaultsTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MALFORMED_RESPONSE_CHUNK")
  void aLostResponseMayHaveBeenApplied(Fault fault) {
    SERVICE.respondsWith(aResponse().withFault(fault));

    for (WireOperation operation : WireOperation.values()) {
      ErrorDescription described = Failing.describedCall(SERVICE.driver(), operation);

      assertThat(described.code()).as(operation.name()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(described.reach()).as(operation.name()).isEqualTo(Reach.MAYBE_APPLIED);
    }
    assertThat(SERVICE.requests()).hasSize(WireOperation.values().length);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = Samples.WITHOUT_CONTENT)
  void aTruncatedSuccessIsAnInvalidResponse(WireOperation operation) throws IOException {
    String chunkCutOff = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"member";
    try (RawService service = new RawService(chunkCutOff)) {
      MembershipDriver driver =
          SERVICE.closedAfterwards(SERVICE.builder().endpoint(service.endpoint()).build());

      ErrorDescription described = Failing.describedCall(driver, operation);

      assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
      assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
      assertThat(service.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a line that is not HTTP       | SSH-2.0-x\\r\\n\\r\\n
          a body shorter than announced | HTTP/1.1 200 OK\\r\\nContent-Length: 999\\r\\n\\r\\n{"membership_id":
          a body cut off by the end     | HTTP/1.1 200 OK\\r\\n\\r\\n{"membership_id":
          a body where none may be      | HTTP/1.1 204 OK\\r\\nContent-Length: 5\\r\\n\\r\\nhello
          """)
  void aResponseThatBreaksTheProtocolIsAnInvalidResponse(String what, String response)
      throws IOException {
    try (RawService service = new RawService(response.translateEscapes())) {
      MembershipDriver driver =
          SERVICE.closedAfterwards(SERVICE.builder().endpoint(service.endpoint()).build());

      ErrorDescription described = Failing.describedCall(driver, WireOperation.CREATE);

      assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
      assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
      assertThat(service.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBlockedRequestEndsWhenItIsAborted(WireOperation operation) throws IOException {
    // Connections are made and are never read and get no response.
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      MembershipDriver driver =
          SERVICE.closedAfterwards(SERVICE.builder().endpoint(endpoint).build());
      OneAttempt attempt = new OneAttempt();

      CompletableFuture<Throwable> failure =
          CompletableFuture.supplyAsync(() -> Failing.call(driver, operation, attempt));
      attempt.abort();

      assertThat(failure.join()).isInstanceOf(AttemptException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptThatWasAbortedBeforehandSendsNothing(WireOperation operation) {
    MembershipDriver driver = SERVICE.driver();
    ErrorDescription described =
        driver.describe(catchThrowable(() -> operation.call(driver, new AbortedAttempt())));

    assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
    assertThat(SERVICE.requests()).isEmpty();
  }

  private static final class AbortedAttempt implements AttemptContext {
    @Override
    public Duration timeLeft() {
      return Duration.ofMillis(1);
    }

    @Override
    public void onAbort(Runnable abort) {
      abort.run();
    }

    @Override
    public void requestId(String requestId) {
      throw new AssertionError("nothing was sent");
    }
  }
}
