package dev.roster.internal.call;

import dev.roster.CallListener;
import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.internal.retry.RetryBudget;
import dev.roster.internal.retry.RetryDecision;
import dev.roster.internal.retry.RetryDecision.Exhausted;
import dev.roster.internal.retry.RetryDecision.Retry;
import dev.roster.internal.retry.RetryEngine;
import dev.roster.internal.retry.RetrySituation;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import org.jspecify.annotations.Nullable;

/** Makes a request attempt by attempt, until it succeeds or the engine says stop. */
final class RetryLoop implements RequestSender {

  private final RetryEngine engine;
  private final RetryBudget budget;
  private final CallWaits waits;
  private final CallListener listener;
  private final RequestSender next;

  RetryLoop(
      RetryEngine engine,
      RetryBudget budget,
      CallWaits waits,
      CallListener listener,
      RequestSender next) {
    this.engine = engine;
    this.budget = budget;
    this.waits = waits;
    this.listener = listener;
    this.next = next;
  }

  @Override
  public <T> T send(Request<T> request) throws RequestFailed {
    Attempts attempts = new Attempts(request);
    for (; ; ) {
      try {
        T response = next.send(request);
        attempts.succeeded();
        return response;
      } catch (RequestFailed failed) {
        attempts.waitAfter(failed);
      }
    }
  }

  /** What one request has been through so far. */
  private final class Attempts {

    private final Request<?> request;
    private int failures;
    private int throttled;
    private int contended;
    private int clockCorrections;
    private int lastCost;
    private @Nullable RequestFailed last;

    Attempts(Request<?> request) {
      this.request = request;
    }

    void succeeded() {
      budget.giveBack(Math.max(lastCost, RetryBudget.TRICKLE));
    }

    /** Returns when it is time for the next attempt. */
    void waitAfter(RequestFailed failed) throws RequestFailed {
      if (failed.attempt().isEmpty()) {
        throw ended(failed);
      }
      last = failed;
      count(failed.code());
      RetryDecision decision = decide(failed.description());
      if (!(decision instanceof Retry retry)) {
        throw finished(failed, decision);
      }
      failed.attempt().ifPresent(info -> listener.retryScheduled(info, retry.delay()));
      try {
        waits.pause(retry.delay());
      } catch (RequestFailed end) {
        throw ended(end);
      }
    }

    private RequestFailed finished(RequestFailed failed, RetryDecision decision) {
      if (!(decision instanceof Exhausted exhausted)) {
        return failed;
      }
      failed.attempt().ifPresent(info -> listener.retriesExhausted(info, exhausted.why()));
      return failed.givenUp(exhausted.why());
    }

    /** Decided again where another call has taken what was left of the budget. */
    private RetryDecision decide(ErrorDescription failure) {
      for (; ; ) {
        RetryDecision decision = engine.decide(request.call().retryPolicy(), situation(failure));
        if (!(decision instanceof Retry retry)) {
          return decision;
        }
        if (budget.take(retry.cost())) {
          lastCost = retry.cost();
          clockCorrections += failure.code() == ErrorCode.CLOCK_SKEW ? 1 : 0;
          return retry;
        }
      }
    }

    private RetrySituation situation(ErrorDescription failure) {
      return new RetrySituation(
          request.operation(),
          failure,
          failure.code() == ErrorCode.CONCURRENT_MODIFICATION ? contended : failures,
          throttled,
          clockCorrections,
          request.call().deadline().timeLeft(),
          budget.left(),
          request.conditional());
    }

    private void count(ErrorCode code) {
      if (code == ErrorCode.THROTTLED) {
        throttled++;
      } else if (code == ErrorCode.CONCURRENT_MODIFICATION) {
        contended++;
      } else if (code != ErrorCode.CLOCK_SKEW) {
        failures++;
      }
    }

    /**
     * The end of a call between two attempts tells of the one before. A call that was throttled
     * until its deadline is a throttled one.
     */
    private RequestFailed ended(RequestFailed end) {
      if (last == null) {
        return end;
      }
      ErrorDescription before = last.description();
      boolean outOfTime = end.code() == ErrorCode.TIMEOUT && before.code() == ErrorCode.THROTTLED;
      ErrorDescription description =
          before.toBuilder()
              .code(outOfTime ? ErrorCode.THROTTLED : end.code())
              .reach(Reach.NOT_SENT)
              .missing(Resource.UNSPECIFIED)
              .message(end.description().message().orElse(null))
              .build();
      return new RequestFailed(description, null, last.getCause());
    }
  }
}
