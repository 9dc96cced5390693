package dev.roster.internal.concurrent;

import org.jspecify.annotations.Nullable;

/**
 * What was thrown first on any of several threads, for the one that waits for them. Thread-safe.
 */
public final class FirstFailure {

  private @Nullable Throwable first;

  /**
   * Keeps what was thrown if it is the first, and drops it otherwise.
   *
   * @param thrown anything
   */
  public synchronized void offer(Throwable thrown) {
    first = first == null ? thrown : first;
  }

  /**
   * Keeps what was thrown, as suppressed by the first if it is not the first.
   *
   * @param thrown anything
   */
  public synchronized void add(Throwable thrown) {
    offer(thrown);
    Throwable kept = first;
    if (kept != null && kept != thrown) {
      kept.addSuppressed(thrown);
    }
  }

  /** Throws what came first, if anything did; checked exceptions of other languages as well. */
  public synchronized void rethrow() {
    Throwable kept = first;
    if (kept != null) {
      throw FirstFailure.<RuntimeException>unchecked(kept);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
