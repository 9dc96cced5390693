package dev.roster.internal;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import dev.roster.internal.RetryDecision.Exhausted;
import dev.roster.internal.RetryDecision.Repeat;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One wire operation of a call, attempt by attempt, until it succeeds or is given up. */
final class RetryLoop<T> {

  private final CallPipeline pipeline;
  private final Call call;
  private final Operation operation;
  private final DriverCall<T> request;
  private final RetryPolicy policy;
  private final UnaryOperator<ErrorDescription> secondLook;
  private final Turn turn;
  private int failures;
  private int throttled;
  private int clockCorrections;
  private int lastCost;
  private @Nullable ErrorDescription lastFailure;
  private @Nullable Throwable lastCause;

  RetryLoop(
      CallPipeline pipeline,
      Call call,
      Operation operation,
      DriverCall<T> request,
      RetryPolicy policy,
      UnaryOperator<ErrorDescription> secondLook) {
    this.pipeline = pipeline;
    this.call = call;
    this.operation = operation;
    this.request = request;
    this.policy = policy;
    this.secondLook = secondLook;
    this.turn = pipeline.pacer().turn(call.options().priority());
  }

  T run() {
    for (; ; ) {
      AttemptInfo info = new AttemptInfo(call.info(), operation, call.attempts() + 1);
      awaitTurn(info);
      Attempt attempt = new Attempt(call.deadline().timeForAttempt(attemptTimeout()));
      long start = pipeline.time().nanoTime();
      pipeline.listener().attemptStarted(info);
      call.nextAttempt();
      try {
        T answer = attempt.run(request, pipeline.lifetime());
        succeeded(info, attempt, start);
        return answer;
      } catch (Exception failure) {
        pause(decide(info, attempt, start, failure));
      } catch (Error broken) {
        broken(info, attempt, start);
        throw broken;
      } finally {
        tellPacer(TurnResult.NO_ANSWER, Duration.ZERO);
      }
    }
  }

  private void succeeded(AttemptInfo info, Attempt attempt, long start) {
    call.succeeded();
    tellPacer(TurnResult.ACCEPTED, Duration.ZERO);
    pipeline.budget().giveBack(Math.max(lastCost, RetryBudget.TRICKLE));
    pipeline.listener().attemptSucceeded(info, result(attempt, start, null, null));
  }

  /** An error of the platform is nobody's to repeat or wrap, but listeners must see the end. */
  private void broken(AttemptInfo info, Attempt attempt, long start) {
    call.failed(operation, Reach.MAYBE_APPLIED);
    ErrorDescription failure = ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
    pipeline.listener().attemptFailed(info, result(attempt, start, failure, null));
  }

  private Duration decide(AttemptInfo info, Attempt attempt, long start, Exception raw) {
    ErrorDescription failure = Failures.describe(pipeline.driver(), raw);
    lastFailure = failure;
    lastCause = Failures.cause(raw);
    call.failed(operation, failure.reach());
    tellPacer(turnResult(failure), failure.retryAfter().orElse(Duration.ZERO));
    ErrorDescription judged = secondLook.apply(failure);
    RetryDecision decision = decision(judged);
    Duration delay = decision instanceof Repeat repeat ? repeat.delay() : null;
    pipeline.listener().attemptFailed(info, result(attempt, start, judged, delay));
    if (delay != null) {
      return delay;
    }
    throw giveUp(info, judged, decision, raw);
  }

  private RetryDecision decision(ErrorDescription failure) {
    count(failure.code());
    RetryDecision decision =
        pipeline
            .engine()
            .decide(
                policy,
                new RetrySituation(
                    failure,
                    failures,
                    throttled,
                    clockCorrections,
                    call.deadline().timeLeft(),
                    pipeline.budget().left()));
    return decision instanceof Repeat repeat ? paid(repeat, failure.code()) : decision;
  }

  private void count(ErrorCode code) {
    if (code == ErrorCode.THROTTLED) {
      throttled++;
    } else if (code != ErrorCode.CLOCK_SKEW) {
      failures++;
    }
  }

  private RetryDecision paid(Repeat repeat, ErrorCode code) {
    if (code == ErrorCode.CLOCK_SKEW) {
      clockCorrections++;
    }
    if (repeat.cost() > 0 && !pipeline.budget().take(repeat.cost())) {
      return new Exhausted("the client's retry budget is empty: too many of its calls fail");
    }
    lastCost = repeat.cost();
    return repeat;
  }

  private RosterException giveUp(
      AttemptInfo info, ErrorDescription failure, RetryDecision decision, Exception raw) {
    String why = decision instanceof Exhausted exhausted ? exhausted.why() : null;
    if (why != null) {
      pipeline.listener().retriesExhausted(info, why);
    }
    if (failure.code() == ErrorCode.CANCELLED) {
      Thread.currentThread().interrupt();
    }
    return Failures.exception(call, failure, why, Failures.cause(raw));
  }

  private void awaitTurn(AttemptInfo info) {
    refuseIfEnded();
    long start = now();
    Duration wait = turn.ask(start);
    if (!wait.isZero()) {
      waitForTurn(wait);
      pipeline.listener().waitedForPacing(info, Duration.ofNanos(now() - start));
    }
    if (call.deadline().hasPassed()) {
      tellPacer(TurnResult.NO_ANSWER, Duration.ZERO);
      throw ended(outOfTime(), "the deadline has passed");
    }
  }

  private void waitForTurn(Duration firstWait) {
    boolean granted = false;
    try {
      for (Duration wait = firstWait; !wait.isZero(); wait = turn.ask(now())) {
        Duration longest = withinDeadline(wait);
        pause(() -> pipeline.lifetime().await(pipeline.time(), turn.alarm(), longest));
      }
      granted = true;
    } finally {
      if (!granted) {
        turn.leave(now());
      }
    }
  }

  /** Where no limit is known, a turn may come any time: only the deadline itself is too late. */
  private Duration withinDeadline(Duration wait) {
    Duration left = call.deadline().timeLeft();
    if (wait.compareTo(left) <= 0) {
      return wait;
    }
    if (left.isZero() || Double.isFinite(pipeline.pacer().permitted(now()))) {
      throw ended(outOfTime(), "the turn at the client's rate limiter comes too late");
    }
    return left;
  }

  private void tellPacer(TurnResult result, Duration retryAfter) {
    turn.ended(result, retryAfter, now());
  }

  private static TurnResult turnResult(ErrorDescription failure) {
    if (failure.code() == ErrorCode.THROTTLED) {
      return TurnResult.THROTTLED;
    }
    return failure.reach() == Reach.REFUSED ? TurnResult.ACCEPTED : TurnResult.NO_ANSWER;
  }

  private long now() {
    return pipeline.time().nanoTime();
  }

  /** A call that was throttled until its time was up is a throttled one. */
  private ErrorCode outOfTime() {
    boolean throttledBefore = lastFailure != null && lastFailure.code() == ErrorCode.THROTTLED;
    return throttledBefore ? ErrorCode.THROTTLED : ErrorCode.TIMEOUT;
  }

  /** Waits, unless the client is closed or the thread interrupted, which end the call. */
  private void pause(Duration delay) {
    if (!delay.isZero()) {
      pause(() -> pipeline.lifetime().await(pipeline.time(), delay));
    }
  }

  private void refuseIfEnded() {
    pause(() -> pipeline.lifetime().isClosed());
  }

  private void pause(Wait wait) {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (wait.closed()) {
        throw ended(ErrorCode.CLIENT_CLOSED, "the client was closed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw ended(ErrorCode.CANCELLED, "the thread was interrupted");
    }
  }

  /** A wait that says whether the client was closed. */
  private interface Wait {
    boolean closed() throws InterruptedException;
  }

  /** The end of a call between two attempts; it still tells of the one before. */
  private RosterException ended(ErrorCode code, String message) {
    ErrorDescription.Builder description =
        ErrorDescription.builder(code, Reach.NOT_SENT).message(message);
    if (lastFailure != null) {
      description.requestId(lastFailure.requestId().orElse(null));
      description.providerCode(lastFailure.providerCode().orElse(null));
      description.retryAfter(lastFailure.retryAfter().orElse(null));
    }
    return Failures.exception(call, description.build(), null, lastCause);
  }

  private Duration attemptTimeout() {
    return pipeline.attemptTimeout(call.options());
  }

  private AttemptResult result(
      Attempt attempt, long start, @Nullable ErrorDescription failure, @Nullable Duration next) {
    Duration elapsed = Duration.ofNanos(pipeline.time().nanoTime() - start);
    if (failure == null) {
      return new AttemptResult(elapsed, attempt.requestId(), null, null, null);
    }
    return new AttemptResult(
        elapsed,
        failure.requestId().orElse(attempt.requestId()),
        failure.code(),
        failure.providerCode().orElse(null),
        next);
  }
}
