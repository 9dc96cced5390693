package dev.roster.huawei;

import dev.roster.ErrorCode;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;

/** Says what it means that a request ended without a response of the service. */
final class TransportFailure {

  private static final int PROXY_WANTS_AUTHENTICATION = 407;

  private final TransportWords words;

  TransportFailure(TransportWords words) {
    this.words = words;
  }

  /** No response arrived, or none that OkHttp passes on. */
  AttemptException describe(Exception thrown, AttemptTrace trace) {
    Reach reach = trace.reach();
    return new AttemptException(
        reach == Reach.NOT_SENT ? codeBefore(thrown) : codeAfter(thrown, trace),
        reach,
        reach == Reach.NOT_SENT ? words.notSent(thrown, trace) : words.lost(thrown, trace),
        null,
        thrown);
  }

  /** The status and the headers arrived, and what followed cannot be understood. */
  AttemptException unreadable(Exception thrown, int status, @Nullable String requestId) {
    Exception failure = root(thrown);
    ErrorCode code =
        failure instanceof BadReplyException ? ErrorCode.BAD_REPLY : codeOfLoss(failure);
    return new AttemptException(
        code, Reach.MAYBE_APPLIED, words.unreadable(failure, status), requestId, failure);
  }

  /** A parser wraps what its stream threw. */
  private static Exception root(Exception thrown) {
    return thrown instanceof BadReplyException bad
            && bad.getCause() instanceof JacksonIOException wrapped
            && wrapped.getCause() != null
        ? wrapped.getCause()
        : thrown;
  }

  private static ErrorCode codeBefore(Exception failure) {
    if (Causes.find(failure, InterruptedException.class) != null) {
      return ErrorCode.CANCELLED;
    }
    if (TunnelRefusal.isFinal(failure)) {
      return ErrorCode.WRONG_ENDPOINT;
    }
    return failure instanceof IOException ? ErrorCode.UNAVAILABLE : ErrorCode.UNKNOWN;
  }

  private static ErrorCode codeAfter(Exception failure, AttemptTrace trace) {
    return trace.status() == PROXY_WANTS_AUTHENTICATION
        ? ErrorCode.WRONG_ENDPOINT
        : codeOfLoss(failure);
  }

  private static ErrorCode codeOfLoss(Exception failure) {
    if (Causes.find(failure, InterruptedException.class) != null) {
      return ErrorCode.CANCELLED;
    }
    if (failure instanceof ProtocolException) {
      return ErrorCode.BAD_REPLY;
    }
    if (failure instanceof InterruptedIOException) {
      return ErrorCode.TIMEOUT;
    }
    return failure instanceof IOException ? ErrorCode.UNAVAILABLE : ErrorCode.UNKNOWN;
  }
}
