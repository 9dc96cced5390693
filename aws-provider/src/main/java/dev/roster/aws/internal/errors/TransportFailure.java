package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.aws.internal.attempt.NothingSentException;
import dev.roster.aws.internal.http.NamedProxy;
import dev.roster.aws.internal.http.ProxyRefusedException;
import dev.roster.aws.internal.http.RequestNotSentException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A failure without a usable response. */
final class TransportFailure {

  private final CauseChain chain;
  private final FailureText text;
  private final @Nullable String regionOfHost;

  TransportFailure(CauseChain chain, @Nullable String regionOfHost, FailureText text) {
    this.chain = chain;
    this.text = text;
    this.regionOfHost = regionOfHost;
  }

  ErrorDescription describe() {
    ErrorCode code = code();
    return ErrorDescription.builder(code, reach()).message(message(code)).build();
  }

  private ErrorCode code() {
    if (chain.has(AbortedException.class, InterruptedException.class)) {
      return ErrorCode.CANCELLED;
    }
    if (isUnreadable()) {
      return ErrorCode.INVALID_RESPONSE;
    }
    return isTimeout() ? ErrorCode.TIMEOUT : codeOfConnection();
  }

  private boolean isTimeout() {
    return chain.has(ApiCallTimeoutException.class, ApiCallAttemptTimeoutException.class)
        || (chain.has(SocketTimeoutException.class) && reach() != Reach.NOT_SENT);
  }

  private ErrorCode codeOfConnection() {
    ProxyRefusedException proxy = chain.first(ProxyRefusedException.class);
    if (proxy != null && !proxy.isTransient()) {
      return ErrorCode.WRONG_ENDPOINT;
    }
    return chain.has(IOException.class) ? ErrorCode.UNAVAILABLE : ErrorCode.UNKNOWN;
  }

  /** The SDK's parser is a relocated one, whose classes are not ours to name. */
  private boolean isUnreadable() {
    SdkClientException sdk = chain.first(SdkClientException.class);
    return chain.has(Crc32MismatchException.class)
        || (sdk != null && String.valueOf(sdk.getMessage()).startsWith("Unable to unmarshall"))
        || (chain.has(UncheckedIOException.class) && chain.hasNamed("JsonProcessingException"));
  }

  private Reach reach() {
    return !chain.mayHaveBeenRetried() && isProvedNotSent() ? Reach.NOT_SENT : Reach.MAYBE_APPLIED;
  }

  /**
   * Our own HTTP client gives the proof itself. With a ready-made client the chain has to, and a
   * timeout of url-connection never does: connecting and reading share a class there.
   */
  private boolean isProvedNotSent() {
    return chain.has(
            NothingSentException.class,
            RequestNotSentException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class)
        || chain.hasNamed("ConnectTimeoutException", "ConnectionRequestTimeoutException");
  }

  private String message(ErrorCode code) {
    return switch (code) {
      case CANCELLED -> "the call was interrupted";
      case INVALID_RESPONSE -> "the response is not the JSON that the service sends";
      case TIMEOUT -> "no response came in time";
      default -> unavailable();
    };
  }

  private String unavailable() {
    Throwable root = chain.innermost();
    if (root instanceof UnknownHostException) {
      return unknownHost();
    }
    return chain.has(ProxyRefusedException.class) ? words() : failedConnection(root);
  }

  /** Behind a proxy, it is the proxy that looks up the service's name. */
  private String unknownHost() {
    NamedProxy proxy = proxy();
    return proxy != null && words().contains(proxy.host())
        ? "the host of %s, is unknown: check its name".formatted(proxy)
        : "the host is unknown: " + words() + regionHint();
  }

  private String failedConnection(Throwable root) {
    if (chain.has(SSLException.class)) {
      return "no secure connection could be made: " + words() + proxyHint();
    }
    return chain.has(IOException.class)
        ? "the connection failed: " + words() + proxyHint()
        : "the SDK failed with " + text.oneLine(kindAndWords(root), 0);
  }

  private static String kindAndWords(Throwable root) {
    String kind = root.getClass().getSimpleName();
    return root.getMessage() == null ? kind : kind + ": " + root.getMessage();
  }

  private String words() {
    return text.oneLine(chain.words(IOException.class), 0);
  }

  private String proxyHint() {
    NamedProxy proxy = proxy();
    return proxy == null ? "" : " (through %s)".formatted(proxy);
  }

  private @Nullable NamedProxy proxy() {
    RequestNotSentException notSent = chain.first(RequestNotSentException.class);
    return notSent == null ? null : notSent.proxy();
  }

  private String regionHint() {
    return regionOfHost != null && words().contains(regionOfHost)
        ? "; most likely the region '%s' is misspelt, or has no such service"
            .formatted(regionOfHost)
        : proxyHint();
  }
}
