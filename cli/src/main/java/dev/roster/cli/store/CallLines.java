package dev.roster.cli.store;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.cli.terminal.Notices;
import java.time.Duration;

/** Says a line for every request, for {@code --verbose}: nothing of people, nothing secret. */
final class CallLines implements CallListener {

  private final Notices notices;

  CallLines(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    say(attempt, result, "ok");
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    String code = result.error().map(Enum::name).orElse("failed");
    say(attempt, result, result.providerCode().map(own -> code + " (" + own + ")").orElse(code));
  }

  @Override
  public void retryScheduled(AttemptInfo attempt, Duration delay) {
    notices.say("call %d: retry in %d ms".formatted(attempt.call().callId(), delay.toMillis()));
  }

  @Override
  public void waitedForPacing(AttemptInfo attempt, Duration waited) {
    notices.say(
        "call %d: waited %d ms for the rate limit"
            .formatted(attempt.call().callId(), waited.toMillis()));
  }

  private void say(AttemptInfo attempt, AttemptResult result, String outcome) {
    notices.say(
        "call %d: %s %s, attempt %d: %s in %d ms, request id %s"
            .formatted(
                attempt.call().callId(),
                attempt.call().provider(),
                attempt.operation().methodName(),
                attempt.number(),
                outcome,
                result.elapsed().toMillis(),
                result.requestId().orElse("none")));
  }
}
