package dev.roster.huawei.internal.http;

import dev.roster.ErrorCode;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;

/** Says what it means that a request ended without a response of the service. */
public final class TransportFailure {

  private static final int PROXY_WANTS_AUTHENTICATION = 407;

  private final TransportMessages messages;

  public TransportFailure(TransportMessages messages) {
    this.messages = messages;
  }

  /** No response arrived, or none that OkHttp passes on. */
  public AttemptException describe(Exception thrown, AttemptTrace trace) {
    if (trace.reach() == Reach.NOT_SENT) {
      return AttemptException.notSent(codeBefore(thrown), messages.notSent(thrown, trace), thrown);
    }
    return lost(codeAfter(thrown, trace), messages.lost(thrown, trace), null, thrown);
  }

  /** The status and the headers arrived, and what followed cannot be understood. */
  public AttemptException unreadable(Exception thrown, int status, @Nullable String requestId) {
    Exception failure = root(thrown);
    ErrorCode code =
        failure instanceof InvalidResponseException
            ? ErrorCode.INVALID_RESPONSE
            : codeOfLoss(failure);
    return lost(code, messages.unreadable(failure, status), requestId, failure);
  }

  private static AttemptException lost(
      ErrorCode code, String message, @Nullable String requestId, Exception failure) {
    return new AttemptException(
        ErrorDescription.builder(code, Reach.MAYBE_APPLIED)
            .requestId(requestId)
            .message(message)
            .build(),
        failure);
  }

  /** A parser wraps what its stream threw. */
  private static Exception root(Exception thrown) {
    return thrown instanceof InvalidResponseException bad
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
    return Causes.find(failure, InterruptedException.class) == null
        ? codeOfBrokenExchange(failure)
        : ErrorCode.CANCELLED;
  }

  private static ErrorCode codeOfBrokenExchange(Exception failure) {
    if (failure instanceof ProtocolException) {
      return ErrorCode.INVALID_RESPONSE;
    }
    if (failure instanceof InterruptedIOException) {
      return ErrorCode.TIMEOUT;
    }
    return failure instanceof IOException ? ErrorCode.UNAVAILABLE : ErrorCode.UNKNOWN;
  }
}
