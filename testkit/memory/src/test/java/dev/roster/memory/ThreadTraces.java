package dev.roster.memory;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Notes the trace of the thread at each event. */
final class ThreadTraces implements CallListener {

  private final ThreadLocal<String> trace;
  final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  final List<String> threads = Collections.synchronizedList(new ArrayList<>());

  ThreadTraces(ThreadLocal<String> trace) {
    this.trace = trace;
  }

  private void note() {
    seen.add(String.valueOf(trace.get()));
    threads.add(Thread.currentThread().getName());
  }

  @Override
  public void operationStarted(CallInfo call) {
    note();
  }

  @Override
  public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
    note();
  }

  @Override
  public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
    note();
  }

  @Override
  public void attemptStarted(AttemptInfo attempt) {
    note();
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    note();
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    note();
  }

  @Override
  public void retryScheduled(AttemptInfo attempt, Duration delay) {
    note();
  }
}
