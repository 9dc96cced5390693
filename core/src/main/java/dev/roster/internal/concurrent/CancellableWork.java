package dev.roster.internal.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that runs once, on whichever thread comes first, and can be interrupted there without a
 * trace: the interrupt reaches the work or nothing. The thread belongs to an executor, and what it
 * does next must not find a flag that was meant for this. Thread-safe.
 *
 * @param <T> what it returns
 */
public final class CancellableWork<T extends @Nullable Object> implements Runnable {

  private final Supplier<T> work;
  private final CompletableFuture<T> promise;
  private @Nullable Thread runner;
  private boolean begun;
  private boolean interrupted;

  /**
   * Work that has not begun.
   *
   * @param work what is to be done
   * @param promise completed when it is done, on the thread that did it
   */
  public CancellableWork(Supplier<T> work, CompletableFuture<T> promise) {
    this.work = work;
    this.promise = promise;
  }

  /** Does the work, unless it has begun or was cancelled before. */
  @Override
  public void run() {
    if (!begin()) {
      return;
    }
    T result;
    try {
      result = work.get();
    } catch (Throwable failure) {
      end();
      promise.completeExceptionally(failure);
      return;
    }
    end();
    promise.complete(result);
  }

  private synchronized boolean begin() {
    if (begun) {
      return false;
    }
    begun = true;
    runner = Thread.currentThread();
    return true;
  }

  /** Waits for an interrupt that is on its way, and takes its flag back. */
  private synchronized void end() {
    runner = null;
    if (interrupted) {
      Thread.interrupted();
    }
  }

  /** Keeps the work from beginning, or interrupts it; does nothing where it is done. */
  public synchronized void cancel() {
    begun = true;
    if (runner != null) {
      interrupted = true;
      runner.interrupt();
    }
  }

  /** Whether it has begun or was kept from it. */
  public synchronized boolean hasBegun() {
    return begun;
  }

  /**
   * Keeps the work from beginning.
   *
   * @return whether it had not begun; if so, nothing completes the promise but the caller
   */
  public synchronized boolean cancelUnlessBegun() {
    boolean before = !begun;
    begun = true;
    return before;
  }
}
