package dev.roster.examples;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import java.io.PrintStream;
import java.time.Duration;

/** Prints a line for every request that goes over the wire. */
final class WireLog implements CallListener {

  private final PrintStream out;
  private int requests;

  WireLog(PrintStream out) {
    this.out = out;
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    print(attempt, result, "ok");
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    String code = result.error().map(Enum::name).orElse("failed");
    print(attempt, result, code);
  }

  @Override
  public synchronized void retryScheduled(AttemptInfo attempt, Duration delay) {
    out.printf("       retry in %d ms%n", delay.toMillis());
  }

  private synchronized void print(AttemptInfo attempt, AttemptResult result, String outcome) {
    requests++;
    out.printf(
        "    -> %s %s, attempt %d: %s (request id %s)%n",
        attempt.call().provider(),
        attempt.operation().methodName(),
        attempt.number(),
        outcome,
        result.requestId().orElse("none"));
  }

  synchronized int requests() {
    return requests;
  }
}
