package dev.roster;

import java.time.Duration;

/**
 * Is notified of what calls do, for metrics, traces and tests. Every method does nothing unless
 * overridden.
 *
 * <p>Methods run on the thread of the call, between its steps, so they should be quick; they may be
 * called by many threads at once. Whatever a listener throws is logged at WARN and otherwise
 * ignored: it never breaks a call.
 *
 * <p>Several listeners of a client are notified in the order of adding, but of the end of a call or
 * an attempt in the reverse order: {@link #operationSucceeded}, {@link #operationFailed}, {@link
 * #attemptSucceeded} and {@link #attemptFailed}. So what each opens at the start, such as the scope
 * of a span, is closed from the inside out.
 *
 * <p>Events say which method was called, and not about whom. A listener that needs it, such as an
 * audit, asks for it with {@link #wantsIdentifiers}.
 */
public interface CallListener {

  /**
   * Whether this listener is given the identifiers of groups, members and memberships that a call
   * is about: {@link CallInfo#groupIds}, {@link CallInfo#memberIds} and {@link
   * CallInfo#membershipId}. They are empty for a listener that does not ask for them, because
   * identifiers of people do not belong in logs and metrics by accident. What other listeners of
   * the client ask for makes no difference.
   *
   * @return false unless overridden; read once, when the client is built
   */
  default boolean wantsIdentifiers() {
    return false;
  }

  /**
   * What this listener keeps for the current thread, such as the current span of a trace. Asked on
   * the thread that hands work to another one, which opens it before it does the work; see {@link
   * ThreadContext}.
   *
   * @return {@link ThreadContext#NONE} unless overridden
   */
  default ThreadContext threadContext() {
    return ThreadContext.NONE;
  }

  /**
   * A client of this listener was opened.
   *
   * @param client the client
   */
  default void clientOpened(ClientInfo client) {}

  /**
   * A client of this listener was closed. Calls that were under way can still end afterwards.
   *
   * @param client the object that the listener was given when the client was opened
   */
  default void clientClosed(ClientInfo client) {}

  /**
   * A call has begun; its arguments were accepted.
   *
   * @param call the call
   */
  default void operationStarted(CallInfo call) {}

  /**
   * A call has ended well.
   *
   * @param call the call
   * @param attempts the attempts that it made; 0 where none was needed
   * @param elapsed the time since it began, waits included
   */
  default void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {}

  /**
   * A call has failed; the caller gets the error.
   *
   * @param call the call
   * @param error what the caller gets
   * @param elapsed the time since it began, waits included
   */
  default void operationFailed(CallInfo call, RosterException error, Duration elapsed) {}

  /**
   * A request is about to be made.
   *
   * @param attempt the attempt
   */
  default void attemptStarted(AttemptInfo attempt) {}

  /**
   * A request succeeded.
   *
   * @param attempt the attempt
   * @param result how it ended
   */
  default void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {}

  /**
   * A request failed. Every attempt that started ends in this event or in {@link
   * #attemptSucceeded}, before the next one of its call starts.
   *
   * @param attempt the attempt
   * @param result how it ended
   */
  default void attemptFailed(AttemptInfo attempt, AttemptResult result) {}

  /**
   * A request that failed will be retried.
   *
   * @param attempt the attempt that failed
   * @param delay the wait before the retry; the wait for its turn at the rate limiter comes on top
   */
  default void retryScheduled(AttemptInfo attempt, Duration delay) {}

  /**
   * A failure that is worth a retry is not retried: the attempts, the retry budget or the time are
   * used up.
   *
   * @param attempt the last attempt
   * @param why what is used up, in words
   */
  default void retriesExhausted(AttemptInfo attempt, String why) {}

  /**
   * An attempt waited for its turn at the client's rate limiter, whether it got the turn or the
   * deadline, an interrupt or {@code close()} ended the wait.
   *
   * @param attempt the attempt that waited; it never starts where it got no turn
   * @param waited how long; positive
   */
  default void waitedForPacing(AttemptInfo attempt, Duration waited) {}
}
