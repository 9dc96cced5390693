package dev.roster.internal.call;

import dev.roster.ClientMethod;
import dev.roster.TimeSource;
import dev.roster.internal.attempt.Lifetime;
import dev.roster.internal.concurrent.CancellableWork;
import dev.roster.internal.concurrent.QueueTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a client on the threads of an executor, each with a future that ends its call when it is
 * completed from outside. Thread-safe.
 */
public final class SubmittedCalls {

  private final Executor executor;
  private final Failures failures;
  private final Lifetime lifetime;
  private final QueueTime queueTime;
  private final TimeSource time;

  SubmittedCalls(
      Executor executor,
      Failures failures,
      Lifetime lifetime,
      QueueTime queueTime,
      TimeSource time) {
    this.executor = executor;
    this.failures = failures;
    this.lifetime = lifetime;
    this.queueTime = queueTime;
    this.time = time;
  }

  /**
   * Submits a call, whose deadline counts from now.
   *
   * @param method the client's method
   * @param call calls it
   * @param <T> what it returns
   * @return the call's future; no failure of the executor is thrown
   */
  public <T extends @Nullable Object> CompletableFuture<T> submit(
      ClientMethod method, Supplier<T> call) {
    CompletableFuture<T> promise = new CompletableFuture<>();
    CancellableWork<T> work =
        new CancellableWork<>(queueTime.since(time.nanoTime(), call), promise);
    var unused = promise.whenComplete((result, failure) -> work.cancel());
    try {
      executor.execute(work);
    } catch (Throwable refused) {
      refused(method, refused, work, promise);
    }
    return promise;
  }

  /** An executor can also fail after it has begun the call, which then completes its own future. */
  private void refused(
      ClientMethod method,
      Throwable refused,
      CancellableWork<?> work,
      CompletableFuture<?> promise) {
    if (lifetime.isClosed()) {
      work.run();
    } else if (work.cancelUnlessBegun()) {
      promise.completeExceptionally(failures.notBegun(method, refused));
    }
  }
}
