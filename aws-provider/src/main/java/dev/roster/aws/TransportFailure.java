package dev.roster.aws;

import dev.roster.ErrorCode;
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
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkException;

/** A failure without a usable reply. */
final class TransportFailure {

  private final CauseChain chain;

  TransportFailure(CauseChain chain) {
    this.chain = chain;
  }

  ErrorDescription describe() {
    CredentialsException credentials = chain.first(CredentialsException.class);
    if (credentials != null) {
      return ErrorDescription.builder(ErrorCode.UNAUTHENTICATED, Reach.NOT_SENT)
          .message(credentials.getMessage())
          .build();
    }
    ErrorCode code = code();
    return ErrorDescription.builder(code, reach()).message(message(code)).build();
  }

  private ErrorCode code() {
    if (chain.has(AbortedException.class, InterruptedException.class)) {
      return ErrorCode.CANCELLED;
    }
    if (isUnreadable()) {
      return ErrorCode.BAD_REPLY;
    }
    if (chain.has(ApiCallTimeoutException.class, ApiCallAttemptTimeoutException.class)) {
      return ErrorCode.TIMEOUT;
    }
    if (chain.has(SocketTimeoutException.class) && reach() != Reach.NOT_SENT) {
      return ErrorCode.TIMEOUT;
    }
    return chain.has(IOException.class) ? ErrorCode.UNAVAILABLE : ErrorCode.UNKNOWN;
  }

  /** The SDK's parser is a relocated one, whose classes are not ours to name. */
  private boolean isUnreadable() {
    return chain.has(Crc32MismatchException.class)
        || (chain.has(UncheckedIOException.class) && chain.hasNamed("JsonProcessingException"));
  }

  private Reach reach() {
    return !mayHaveBeenRetried() && isProvedNotSent() ? Reach.NOT_SENT : Reach.MAYBE_APPLIED;
  }

  /**
   * Our own HTTP client gives the proof itself. With a ready-made client the chain has to, and a
   * timeout of url-connection never does: connecting and reading share a class there.
   */
  private boolean isProvedNotSent() {
    return chain.has(
            RequestNotSentException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class)
        || chain.hasNamed("ConnectTimeoutException")
        || chain.hasNamed("ConnectionRequestTimeoutException");
  }

  /** A ready-made client with retries of its own leaves its earlier failures as suppressed ones. */
  private boolean mayHaveBeenRetried() {
    Integer attempts =
        chain.outermost() instanceof SdkException failure ? failure.numAttempts() : null;
    return (attempts != null && attempts > 1) || chain.outermost().getSuppressed().length > 0;
  }

  private String message(ErrorCode code) {
    return switch (code) {
      case CANCELLED -> "the call was interrupted";
      case BAD_REPLY -> "the reply is not the JSON that the service sends";
      case TIMEOUT -> "no reply came in time";
      default -> unavailable();
    };
  }

  private String unavailable() {
    Throwable root = chain.innermost();
    if (root instanceof UnknownHostException) {
      return "the host is unknown: " + text(root);
    }
    if (chain.has(SSLException.class)) {
      return "no secure connection could be made: " + text(root);
    }
    return chain.has(IOException.class)
        ? "the connection failed: " + text(root)
        : "the SDK failed with " + root.getClass().getSimpleName();
  }

  private static String text(Throwable root) {
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : FailureText.oneLine(message, 0);
  }
}
