package dev.roster.internal.call;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.List;

/** Writes events down as short texts. */
record EventNames(List<String> events) implements CallListener {

  @Override
  public void operationStarted(CallInfo call) {
    events.add("started " + call.operation());
  }

  @Override
  public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
    events.add("succeeded " + attempts);
  }

  @Override
  public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
    events.add("gave up: " + error.code());
  }

  @Override
  public void attemptStarted(AttemptInfo attempt) {
    events.add("attempt " + attempt.number());
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    events.add("ok " + attempt.number());
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    events.add(
        "failed %d %s".formatted(attempt.number(), result.error().map(Enum::name).orElse("none")));
  }

  @Override
  public void retryScheduled(AttemptInfo attempt, Duration delay) {
    events.add("retry after " + delay);
  }

  @Override
  public void retriesExhausted(AttemptInfo attempt, String why) {
    events.add("exhausted " + attempt.number() + ": " + why);
  }

  @Override
  public void waitedForPacing(AttemptInfo attempt, Duration waited) {
    events.add("paced " + attempt.number() + " " + waited);
  }
}
