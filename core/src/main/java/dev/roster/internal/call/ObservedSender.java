package dev.roster.internal.call;

import dev.roster.AttemptInfo;
import dev.roster.CallListener;
import dev.roster.ErrorCode;
import dev.roster.TimeSource;
import dev.roster.internal.attempt.Attempt;
import dev.roster.internal.attempt.Lifetime;
import dev.roster.internal.errors.Failures;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;

/**
 * The innermost layer: exactly one driver call, with its events. Every attempt that starts has one
 * end, before any other attempt of its call starts.
 */
final class ObservedSender implements RequestSender {

  private final Failures failures;
  private final Lifetime lifetime;
  private final TimeSource time;
  private final CallListener listener;
  private final AttemptResults results;

  ObservedSender(Failures failures, Lifetime lifetime, TimeSource time, CallListener listener) {
    this.failures = failures;
    this.lifetime = lifetime;
    this.time = time;
    this.listener = listener;
    this.results = new AttemptResults(failures, time);
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
      listener.attemptSucceeded(info, results.succeeded(attempt, start));
      return response;
    } catch (Exception raw) {
      ErrorDescription failure = failures.describe(raw);
      RequestFailed failed = new RequestFailed(failure, info, Failures.cause(raw));
      call.failed(failed, request.operation());
      listener.attemptFailed(info, results.failed(info, attempt, start, failure));
      throw failed;
    } catch (Error broken) {
      ErrorDescription failure = ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
      RequestFailed failed = new RequestFailed(failure, info, broken);
      call.failed(failed, request.operation());
      listener.attemptFailed(info, results.failed(info, attempt, start, failure));
      throw broken;
    }
  }
}
