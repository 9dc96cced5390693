package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;

/** Says what it means that a request ended without an answer of the service. */
final class TransportFailure {

  private final String host;

  TransportFailure(String host) {
    this.host = host;
  }

  AttemptException describe(Exception thrown, Reach reach, @Nullable String requestId) {
    Throwable failure = root(thrown);
    ErrorCode code = code(failure, reach);
    return new AttemptException(code, reach, words(code, reach, failure), requestId, failure);
  }

  /** A parser wraps what its stream threw. */
  private static Throwable root(Exception thrown) {
    return thrown instanceof BadReplyException bad
            && bad.getCause() instanceof JacksonIOException wrapped
            && wrapped.getCause() != null
        ? wrapped.getCause()
        : thrown;
  }

  private static ErrorCode code(Throwable failure, Reach reach) {
    if (failure instanceof BadReplyException || failure instanceof ProtocolException) {
      return reach == Reach.NOT_SENT ? ErrorCode.UNAVAILABLE : ErrorCode.BAD_REPLY;
    }
    if (failure instanceof InterruptedException) {
      return ErrorCode.CANCELLED;
    }
    if (failure instanceof InterruptedIOException && reach != Reach.NOT_SENT) {
      return ErrorCode.TIMEOUT;
    }
    return failure instanceof IOException ? ErrorCode.UNAVAILABLE : ErrorCode.UNKNOWN;
  }

  private String words(ErrorCode code, Reach reach, Throwable failure) {
    if (failure instanceof BadReplyException understood) {
      return String.valueOf(understood.getMessage());
    }
    String type = failure.getClass().getSimpleName();
    if (failure instanceof SSLException) {
      return "no secure connection to %s (%s): check its certificate, and that it speaks TLS"
          .formatted(host, type);
    }
    if (reach == Reach.NOT_SENT) {
      return "no connection to %s (%s)".formatted(host, type);
    }
    return code == ErrorCode.BAD_REPLY
        ? "%s answered, but not in HTTP (%s)".formatted(host, type)
        : "the exchange with %s broke off (%s)".formatted(host, type);
  }
}
