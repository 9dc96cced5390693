package dev.roster.aws.internal.attempt;

import dev.roster.spi.AttemptContext;
import dev.roster.spi.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Hands the attempt to the ends of the SDK that are ours, where credentials come from and where
 * requests go, and learns from the latter how far its request came.
 *
 * <p>A synchronous SDK client makes its request on the caller's thread, so a thread-local reaches
 * it. The other way, an execution attribute, would need an override configuration of its own for
 * every request, which the SDK copies and merges several times on its way.
 */
public final class CurrentAttempt {

  private static final ThreadLocal<@Nullable CurrentAttempt> CURRENT = new ThreadLocal<>();

  private final AttemptContext context;
  private final boolean ofApplication;
  private final @Nullable CurrentAttempt outer;
  private boolean requested;
  private Reach leastReach = Reach.NOT_SENT;

  private CurrentAttempt(
      AttemptContext attempt, boolean ofApplication, @Nullable CurrentAttempt outer) {
    this.context = attempt;
    this.ofApplication = ofApplication;
    this.outer = outer;
  }

  /**
   * Begins an attempt on this thread.
   *
   * @param ofApplication whether a function of the application makes the request, of which nothing
   *     is sure: it can make several, and use other threads
   */
  static CurrentAttempt begin(AttemptContext attempt, boolean ofApplication) {
    CurrentAttempt current = new CurrentAttempt(attempt, ofApplication, CURRENT.get());
    CURRENT.set(current);
    return current;
  }

  /**
   * Leaves the thread's entry there, empty: to make it anew for each request is garbage. An attempt
   * within a function of the application gives way to that function's again.
   */
  void end() {
    CURRENT.set(outer);
  }

  /**
   * What a failure of this attempt is. Before any request it says nothing about the service, even
   * where it is that of another one, as of the one that credentials come from.
   */
  RuntimeException described(RuntimeException failure) {
    return requested ? failure : new NothingSentException(failure);
  }

  /** What a function of the application threw, and how far its requests came at least. */
  NativeFailure ofFunction(Exception thrown) {
    return new NativeFailure(thrown, requested, leastReach);
  }

  public static @Nullable AttemptContext get() {
    CurrentAttempt current = CURRENT.get();
    return current == null ? null : current.context;
  }

  /** To be called before a request can leave. */
  public static void requested() {
    CurrentAttempt current = CURRENT.get();
    if (current != null) {
      current.requireFirst();
      current.requested = true;
    }
  }

  /** One attempt has one turn at the rate limiter, and is one request in all counts. */
  private void requireFirst() {
    if (ofApplication && requested) {
      throw new SecondRequestException();
    }
  }

  /** To be called when a request was refused: it has reached the service. */
  public static void refused() {
    CurrentAttempt current = CURRENT.get();
    if (current != null && current.leastReach == Reach.NOT_SENT) {
      current.leastReach = Reach.REFUSED;
    }
  }

  /** To be called when a request was carried out, or may have been. */
  public static void maybeApplied() {
    CurrentAttempt current = CURRENT.get();
    if (current != null) {
      current.leastReach = Reach.MAYBE_APPLIED;
    }
  }
}
