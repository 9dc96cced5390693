package dev.roster.internal.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When the work that a thread does now was submitted. The first call of that work counts its
 * deadline from then, so that the wait for a thread is part of it; later ones, such as the further
 * pages of a listing, begin when they begin. Thread-safe.
 */
public final class QueueTime {

  // One for each client: a call of another client inside the work has waited for nothing.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Submission> submitted = new ThreadLocal<>();

  private record Submission(long nanos, boolean ofAllCalls) {}

  /** The work, whose first call counts its deadline from a time. */
  public <T extends @Nullable Object> Supplier<T> since(long nanos, Supplier<T> work) {
    return with(new Submission(nanos, false), work);
  }

  /** The work, all of whose calls count their deadlines from a time. */
  public <T extends @Nullable Object> Supplier<T> throughout(long nanos, Supplier<T> work) {
    return with(new Submission(nanos, true), work);
  }

  private <T extends @Nullable Object> Supplier<T> with(Submission submission, Supplier<T> work) {
    return () -> {
      submitted.set(submission);
      try {
        return work.get();
      } finally {
        submitted.remove();
      }
    };
  }

  /** The start of the call that this thread begins now. */
  public long startOf(long now) {
    Submission submission = submitted.get();
    if (submission == null) {
      return now;
    }
    if (!submission.ofAllCalls()) {
      submitted.remove();
    }
    return submission.nanos();
  }
}
