package dev.roster.internal.call;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes events on to every listener; what one of them throws stops there. */
final class SafeListener implements CallListener {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.CallListener");

  private final List<CallListener> listeners;

  private SafeListener(List<CallListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** The listeners of a client, and the log after them. */
  static SafeListener of(List<CallListener> listeners) {
    List<CallListener> all = new ArrayList<>(listeners);
    all.add(new LoggingListener());
    return new SafeListener(all);
  }

  @Override
  public void operationStarted(CallInfo call) {
    passOn(listener -> listener.operationStarted(call));
  }

  @Override
  public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
    passOn(listener -> listener.operationSucceeded(call, attempts, elapsed));
  }

  @Override
  public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
    passOn(listener -> listener.operationFailed(call, error, elapsed));
  }

  @Override
  public void attemptStarted(AttemptInfo attempt) {
    passOn(listener -> listener.attemptStarted(attempt));
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    passOn(listener -> listener.attemptSucceeded(attempt, result));
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    passOn(listener -> listener.attemptFailed(attempt, result));
  }

  @Override
  public void retryScheduled(AttemptInfo attempt, Duration delay) {
    passOn(listener -> listener.retryScheduled(attempt, delay));
  }

  @Override
  public void retriesExhausted(AttemptInfo attempt, String why) {
    passOn(listener -> listener.retriesExhausted(attempt, why));
  }

  @Override
  public void waitedForPacing(AttemptInfo attempt, Duration waited) {
    passOn(listener -> listener.waitedForPacing(attempt, waited));
  }

  private void passOn(Consumer<CallListener> event) {
    for (CallListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable broken) {
        LOG.warn("a call listener failed; the call goes on", broken);
      }
    }
  }
}
