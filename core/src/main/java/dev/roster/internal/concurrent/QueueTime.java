package dev.roster.internal.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When the work that a thread does now was submitted. The first call of that work counts its
 * deadline from then, so that the wait for a thread is part of it; later ones, such as the further
 * pages of a listing, begin when they begin.
 */
public final class QueueTime {

  private final ThreadLocal<@Nullable Long> submitted = new ThreadLocal<>();

  public <T extends @Nullable Object> Supplier<T> since(long nanos, Supplier<T> work) {
    return () -> {
      submitted.set(nanos);
      try {
        return work.get();
      } finally {
        submitted.remove();
      }
    };
  }

  /** The start of the call that this thread begins now. */
  public long startOf(long now) {
    Long nanos = submitted.get();
    submitted.remove();
    return nanos == null ? now : nanos;
  }
}
