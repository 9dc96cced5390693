package dev.roster.internal.events;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.ClientInfo;
import dev.roster.RosterException;
import dev.roster.ThreadContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes events on to every listener; what one of them throws stops there. Ends go to the last one
 * first, so that scopes that listeners open at a start are closed from the inside out. The
 * identifiers that a call is about reach only listeners that ask for them.
 */
public final class SafeListener implements CallListener {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.CallListener");

  private final List<Receiver> receivers;
  private final List<Receiver> lastFirst;
  private final boolean wantsIdentifiers;

  private record Receiver(CallListener listener, boolean wantsIdentifiers) {}

  private SafeListener(List<Receiver> receivers) {
    this.receivers = List.copyOf(receivers);
    this.lastFirst = reversed(receivers);
    this.wantsIdentifiers = receivers.stream().anyMatch(Receiver::wantsIdentifiers);
  }

  private static List<Receiver> reversed(List<Receiver> receivers) {
    List<Receiver> reversed = new ArrayList<>(receivers);
    Collections.reverse(reversed);
    return List.copyOf(reversed);
  }

  /**
   * The listeners of a client, and the log within them.
   *
   * @param listeners in the order in which they are notified of a start
   * @return one listener for all
   */
  public static SafeListener of(List<CallListener> listeners) {
    List<Receiver> all = new ArrayList<>();
    for (CallListener listener : listeners) {
      all.add(new Receiver(listener, asks(listener)));
    }
    all.add(new Receiver(new LoggingListener(), false));
    return new SafeListener(all);
  }

  private static boolean asks(CallListener listener) {
    try {
      return listener.wantsIdentifiers();
    } catch (Throwable broken) {
      LOG.warn("a call listener failed to say whether it wants identifiers; it gets none", broken);
      return false;
    }
  }

  @Override
  public boolean wantsIdentifiers() {
    return wantsIdentifiers;
  }

  @Override
  public ThreadContext threadContext() {
    List<ThreadContext> contexts = new ArrayList<>();
    for (Receiver receiver : receivers) {
      ThreadContext context = contextOf(receiver.listener());
      if (context != ThreadContext.NONE) {
        contexts.add(context);
      }
    }
    return contexts.isEmpty() ? ThreadContext.NONE : new SafeContext(contexts);
  }

  private static ThreadContext contextOf(CallListener listener) {
    try {
      return Objects.requireNonNull(listener.threadContext(), "a listener's context is null");
    } catch (Throwable broken) {
      LOG.warn("a call listener failed to give its context; another thread goes without", broken);
      return ThreadContext.NONE;
    }
  }

  @Override
  public void clientOpened(ClientInfo client) {
    passOn(receivers, client, UnaryOperator.identity(), CallListener::clientOpened);
  }

  @Override
  public void clientClosed(ClientInfo client) {
    passOn(receivers, client, UnaryOperator.identity(), CallListener::clientClosed);
  }

  @Override
  public void operationStarted(CallInfo call) {
    passOn(receivers, call, CallListener::operationStarted);
  }

  @Override
  public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
    passOn(
        lastFirst, call, (listener, info) -> listener.operationSucceeded(info, attempts, elapsed));
  }

  @Override
  public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
    passOn(lastFirst, call, (listener, info) -> listener.operationFailed(info, error, elapsed));
  }

  @Override
  public void attemptStarted(AttemptInfo attempt) {
    passOn(receivers, attempt, CallListener::attemptStarted);
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    passOn(lastFirst, attempt, (listener, info) -> listener.attemptSucceeded(info, result));
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    passOn(lastFirst, attempt, (listener, info) -> listener.attemptFailed(info, result));
  }

  @Override
  public void retryScheduled(AttemptInfo attempt, Duration delay) {
    passOn(receivers, attempt, (listener, info) -> listener.retryScheduled(info, delay));
  }

  @Override
  public void retriesExhausted(AttemptInfo attempt, String why) {
    passOn(receivers, attempt, (listener, info) -> listener.retriesExhausted(info, why));
  }

  @Override
  public void waitedForPacing(AttemptInfo attempt, Duration waited) {
    passOn(receivers, attempt, (listener, info) -> listener.waitedForPacing(info, waited));
  }

  private void passOn(
      List<Receiver> ordered, CallInfo call, BiConsumer<CallListener, CallInfo> event) {
    passOn(ordered, call, CallInfo::withoutIdentifiers, event);
  }

  private void passOn(
      List<Receiver> ordered, AttemptInfo attempt, BiConsumer<CallListener, AttemptInfo> event) {
    passOn(ordered, attempt, AttemptInfo::withoutIdentifiers, event);
  }

  private <T> void passOn(
      List<Receiver> ordered,
      T full,
      UnaryOperator<T> stripped,
      BiConsumer<CallListener, T> event) {
    T withoutIdentifiers = wantsIdentifiers ? stripped.apply(full) : full;
    for (Receiver receiver : ordered) {
      try {
        event.accept(receiver.listener(), receiver.wantsIdentifiers() ? full : withoutIdentifiers);
      } catch (Throwable broken) {
        LOG.warn("a call listener failed; the call goes on", broken);
      }
    }
  }
}
