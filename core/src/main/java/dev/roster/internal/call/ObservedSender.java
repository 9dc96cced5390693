package dev.roster.internal.call;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.ErrorCode;
import dev.roster.TimeSource;
import dev.roster.internal.attempt.Attempt;
import dev.roster.internal.attempt.Lifetime;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The innermost layer: exactly one driver call, with its events. Every attempt that starts has one
 * end, before any other attempt of its call starts.
 */
final class ObservedSender implements RequestSender {

  private final Failures failures;
  private final Lifetime lifetime;
  private final TimeSource time;
  private final CallListener listener;

  ObservedSender(Failures failures, Lifetime lifetime, TimeSource time, CallListener listener) {
    this.failures = failures;
    this.lifetime = lifetime;
    this.time = time;
    this.listener = listener;
  }

  @Override
  public <T> T send(Request<T> request) throws RequestFailed {
    Call call = request.call();
    AttemptInfo info = call.startAttempt(request.operation());
    Attempt attempt = new Attempt(call.timeForAttempt());
    long start = time.nanoTime();
    listener.attemptStarted(info);
    try {
      T response = attempt.run(request.driverCall(), lifetime);
      call.succeeded();
      listener.attemptSucceeded(info, result(attempt, start, null));
      return response;
    } catch (Exception raw) {
      ErrorDescription failure = failures.describe(raw);
      RequestFailed failed = new RequestFailed(failure, info, Failures.cause(raw), null);
      call.failed(failed, request.operation());
      listener.attemptFailed(info, result(attempt, start, failure));
      throw failed;
    } catch (Error broken) {
      ErrorDescription failure = ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
      RequestFailed failed = new RequestFailed(failure, info, broken, null);
      call.failed(failed, request.operation());
      listener.attemptFailed(info, result(attempt, start, failure));
      throw broken;
    }
  }

  private AttemptResult result(Attempt attempt, long start, @Nullable ErrorDescription failure) {
    Duration elapsed = Duration.ofNanos(time.nanoTime() - start);
    String requestId = failures.requestId(attempt.requestId());
    if (failure == null) {
      return withRequestId(AttemptResult.succeeded(elapsed), requestId);
    }
    AttemptResult failed =
        withRequestId(
            AttemptResult.failed(elapsed, failure.code()), failure.requestId().orElse(requestId));
    return failure.providerCode().map(failed::withProviderCode).orElse(failed);
  }

  private static AttemptResult withRequestId(AttemptResult result, @Nullable String requestId) {
    return requestId == null ? result : result.withRequestId(requestId);
  }
}
