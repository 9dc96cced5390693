package dev.roster.internal.call;

import dev.roster.CallListener;
import dev.roster.ErrorCode;
import dev.roster.TimeSource;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.internal.pacing.Turn;
import dev.roster.internal.pacing.TurnResult;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;

/** Lets every attempt wait for its turn at the rate limiter, and tells the limiter how it ended. */
final class PacedSender implements RequestSender {

  private final CallWaits waits;
  private final TimeSource time;
  private final CallListener listener;
  private final RequestSender next;

  PacedSender(CallWaits waits, TimeSource time, CallListener listener, RequestSender next) {
    this.waits = waits;
    this.time = time;
    this.listener = listener;
    this.next = next;
  }

  @Override
  public <T> T send(Request<T> request) throws RequestFailed {
    awaitTurnOfRead(request);
    awaitTurn(request);
    Turn turn = request.turn();
    try {
      T response = next.send(request);
      turn.ended(TurnResult.ACCEPTED, Duration.ZERO, now());
      return response;
    } catch (RequestFailed failed) {
      ErrorDescription failure = failed.description();
      turn.ended(turnResult(failure), failure.retryAfter().orElse(Duration.ZERO), now());
      throw failed;
    } finally {
      turn.ended(TurnResult.NO_ANSWER, Duration.ZERO, now());
    }
  }

  /** A read that belongs to the request takes a turn too. How it ended is not seen apart. */
  private void awaitTurnOfRead(Request<?> request) throws RequestFailed {
    if (request.call().driver().traits().requestsOf(request.operation()) > 1) {
      Request<?> read = request.at(request.turn().another());
      awaitTurn(read);
      read.turn().ended(TurnResult.NO_ANSWER, Duration.ZERO, now());
    }
  }

  private static TurnResult turnResult(ErrorDescription failure) {
    if (failure.code() == ErrorCode.THROTTLED) {
      return TurnResult.THROTTLED;
    }
    return failure.reach() == Reach.REFUSED ? TurnResult.ACCEPTED : TurnResult.NO_ANSWER;
  }

  private void awaitTurn(Request<?> request) throws RequestFailed {
    waits.refuseIfEnded();
    Turn turn = request.turn();
    Duration room = room(request);
    long start = now();
    Duration wait = turn.ask(start);
    if (!wait.isZero()) {
      try {
        waitForTurn(request, wait, room);
      } finally {
        waitEnded(request, Duration.ofNanos(now() - start));
      }
    }
    if (isTooLate(request.call().deadline().timeLeft(), room)) {
      turn.ended(TurnResult.NO_ANSWER, Duration.ZERO, now());
      throw RequestFailed.unsent(
          ErrorCode.TIMEOUT,
          "the turn at the client's rate limiter came too late for the deadline");
    }
  }

  /** The longest waits are those that get no turn: listeners are notified of them too. */
  private void waitEnded(Request<?> request, Duration waited) {
    if (!waited.isZero()) {
      listener.waitedForPacing(request.call().nextAttempt(request.operation()), waited);
    }
  }

  /**
   * What a turn must find left of the deadline. A retry that has no time to end would hide what the
   * attempt before it came to; a first attempt has nothing to hide.
   */
  private static Duration room(Request<?> request) {
    return request.turn().isForARetry() ? request.call().retryPolicy().baseDelay() : Duration.ZERO;
  }

  private static boolean isTooLate(Duration left, Duration room) {
    return left.isZero() || left.compareTo(room) < 0;
  }

  private void waitForTurn(Request<?> request, Duration firstWait, Duration room)
      throws RequestFailed {
    Turn turn = request.turn();
    boolean granted = false;
    try {
      for (Duration wait = firstWait; !wait.isZero(); wait = turn.ask(now())) {
        waits.await(turn.alarm(), withinDeadline(request, wait, room));
      }
      granted = true;
    } finally {
      if (!granted) {
        turn.leave(now());
      }
    }
  }

  /**
   * A turn may come earlier than it seems, so that only the deadline itself is too late. What the
   * service said to all is certain.
   */
  private static Duration withinDeadline(Request<?> request, Duration wait, Duration room)
      throws RequestFailed {
    Duration left = request.call().deadline().timeLeft().minus(room);
    Duration hint = request.turn().hint();
    if (hint.compareTo(left) >= 0 && !hint.isZero()) {
      throw heldByTheService(hint);
    }
    if (left.isNegative() || left.isZero()) {
      throw outOfTime(request.turn());
    }
    return wait.compareTo(left) <= 0 ? wait : left;
  }

  private static RequestFailed outOfTime(Turn turn) {
    return turn.wasHeldByHint()
        ? heldByTheService(turn.hint())
        : RequestFailed.unsent(
            ErrorCode.TIMEOUT,
            "no turn came at the client's rate limiter in time for the deadline");
  }

  private static RequestFailed heldByTheService(Duration hint) {
    ErrorDescription description =
        ErrorDescription.builder(ErrorCode.THROTTLED, Reach.NOT_SENT)
            .retryAfter(hint)
            .message("the service asked all calls to wait, for too long for the deadline")
            .build();
    return RequestFailed.of(description);
  }

  private long now() {
    return time.nanoTime();
  }
}
