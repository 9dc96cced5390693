package dev.roster.aws.internal.attempt;

import dev.roster.spi.AttemptContext;
import org.jspecify.annotations.Nullable;

/**
 * Hands the attempt to the ends of the SDK that are ours, where credentials come from and where
 * requests go, and learns from the latter whether there was a request at all.
 *
 * <p>A synchronous SDK client makes its request on the caller's thread, so a thread-local reaches
 * it. The other way, an execution attribute, would need an override configuration of its own for
 * every request, which the SDK copies and merges several times on its way.
 */
public final class CurrentAttempt {

  private static final ThreadLocal<@Nullable CurrentAttempt> CURRENT = new ThreadLocal<>();

  private final AttemptContext context;
  private boolean requested;

  private CurrentAttempt(AttemptContext context) {
    this.context = context;
  }

  static CurrentAttempt begin(AttemptContext attempt) {
    CurrentAttempt current = new CurrentAttempt(attempt);
    CURRENT.set(current);
    return current;
  }

  /** Leaves the thread's entry there, empty: to make it anew for each request is garbage. */
  static void end() {
    CURRENT.set(null);
  }

  /**
   * What a failure of this attempt is. Before any request it says nothing about the service, even
   * where it is that of another one, as of the one that credentials come from.
   */
  RuntimeException described(RuntimeException failure) {
    return requested ? failure : new NothingSentException(failure);
  }

  public static @Nullable AttemptContext get() {
    CurrentAttempt current = CURRENT.get();
    return current == null ? null : current.context;
  }

  /** To be called before a request can leave. */
  public static void requested() {
    CurrentAttempt current = CURRENT.get();
    if (current != null) {
      current.requested = true;
    }
  }
}
