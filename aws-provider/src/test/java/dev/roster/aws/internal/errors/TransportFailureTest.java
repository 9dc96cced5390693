package dev.roster.aws.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.aws.internal.http.NamedProxy;
import dev.roster.aws.internal.http.RequestNotSentException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Which failures prove that nothing was sent; everything else may have been applied. */
class TransportFailureTest {

  private static final NamedProxy PROXY =
      new NamedProxy("a.test", "a.test:3128", "the environment variable HTTPS_PROXY");

  private final FailureDescriber describer =
      new FailureDescriber(Clock.systemUTC(), null, null, text -> text);

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("failures")
  void isJudgedByItsWholeCauseChain(Throwable failure, ErrorCode code, Reach reach) {
    assertThat(describer.describe(failure))
        .returns(code, ErrorDescription::code)
        .returns(reach, ErrorDescription::reach);
  }

  static List<Arguments> failures() {
    return List.of(
        notSent(new ConnectException("Connection refused")),
        notSent(new UncheckedIOException(new IOException(new UnknownHostException("host.test")))),
        notSent(new NoRouteToHostException("No route to host")),
        notSent(new SSLHandshakeException("unknown certificate")),
        notSent(new ConnectTimeoutException("Connect timed out")),
        notSent(new RequestNotSentException(new SocketTimeoutException("Connect timed out"))),
        maybeApplied(new SocketTimeoutException("Connect timed out"), ErrorCode.TIMEOUT),
        maybeApplied(new SocketTimeoutException("Read timed out"), ErrorCode.TIMEOUT),
        maybeApplied(new SocketException("Connection reset"), ErrorCode.UNAVAILABLE),
        maybeApplied(new SSLException("broken record"), ErrorCode.UNAVAILABLE),
        maybeApplied(new IllegalStateException("pool shut down"), ErrorCode.UNKNOWN),
        maybeApplied(new InterruptedException(), ErrorCode.CANCELLED),
        Arguments.of(AbortedException.create("aborted"), ErrorCode.CANCELLED, Reach.MAYBE_APPLIED),
        Arguments.of(ApiCallTimeoutException.create(1), ErrorCode.TIMEOUT, Reach.MAYBE_APPLIED),
        Arguments.of(
            ApiCallAttemptTimeoutException.create(1), ErrorCode.TIMEOUT, Reach.MAYBE_APPLIED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void saysWhatWentWrong(Exception cause, String message) {
    assertThat(describer.describe(sdk(cause)).message()).contains(message);
  }

  static List<Arguments> messages() {
    return List.of(
        Arguments.of(new UnknownHostException("host.test"), "the host is unknown: host.test"),
        Arguments.of(
            new SSLHandshakeException("unknown certificate"),
            "no secure connection could be made: unknown certificate"),
        Arguments.of(
            new SocketException("Connection\nreset"), "the connection failed: Connection reset"),
        Arguments.of(new SocketException(), "the connection failed: SocketException"),
        Arguments.of(
            new IllegalStateException("whatever"),
            "the SDK failed with IllegalStateException: whatever"),
        Arguments.of(
            new RequestNotSentException(new ConnectException("Connection refused"), PROXY),
            "the connection failed: Connection refused (through the proxy a.test:3128, named by"
                + " the environment variable HTTPS_PROXY)"),
        Arguments.of(
            new RequestNotSentException(new UnknownHostException("a.test: no such name"), PROXY),
            "the host of the proxy a.test:3128, named by the environment variable HTTPS_PROXY, is"
                + " unknown: check its name"),
        Arguments.of(new SocketTimeoutException("Read timed out"), "no response came in time"),
        Arguments.of(new InterruptedException(), "the call was interrupted"));
  }

  @Test
  void anUnknownHostThatIsMadeFromTheRegionNamesTheRegionAsTheLikelyMistake() {
    FailureDescriber ofRegion =
        new FailureDescriber(Clock.systemUTC(), "eu-wst-1", "eu-wst-1", text -> text);
    assertThat(ofRegion.describe(sdk(new UnknownHostException("x.eu-wst-1.test"))).message())
        .contains(
            "the host is unknown: x.eu-wst-1.test; most likely the region 'eu-wst-1' is misspelt,"
                + " or has no such service");
    assertThat(ofRegion.describe(sdk(new UnknownHostException("proxy.test"))).message())
        .contains("the host is unknown: proxy.test");
  }

  @Test
  void noFactOfTheChainIsLost() {
    IOException root = new ConnectException("Connection refused");
    IOException refused = new IOException("Connect to 127.0.0.1:3128 failed", root);
    assertThat(describer.describe(sdk(new RequestNotSentException(refused))).message())
        .contains("the connection failed: Connect to 127.0.0.1:3128 failed: Connection refused");
  }

  @Test
  void aRefusalAfterAnEarlierAttemptOfTheSdkProvesNothing() {
    SdkClientException failure = sdk(new ConnectException("Connection refused"));
    failure.addSuppressed(sdk(new SocketException("Connection reset")));
    assertThat(describer.describe(failure).reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  @Test
  void aChainThatBitesItsTailIsDescribedAllTheSame() {
    IOException tail = new IOException("tail");
    IOException head = new IOException("head", tail);
    tail.initCause(head);
    assertThat(describer.describe(head).code()).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  private static Arguments notSent(Exception cause) {
    return Arguments.of(sdk(cause), ErrorCode.UNAVAILABLE, Reach.NOT_SENT);
  }

  private static Arguments maybeApplied(Exception cause, ErrorCode code) {
    return Arguments.of(sdk(cause), code, Reach.MAYBE_APPLIED);
  }

  private static SdkClientException sdk(Exception cause) {
    return SdkClientException.create(cause.toString(), cause);
  }
}
