package dev.roster.internal.call;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.ThreadContext;
import dev.roster.TimeSource;
import dev.roster.internal.attempt.Lifetime;
import dev.roster.internal.concurrent.CancellableWork;
import dev.roster.internal.concurrent.QueueTime;
import dev.roster.internal.errors.Failures;
import dev.roster.internal.paging.ReadingThreads;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a client on the threads of an executor, each with a future that ends its call when it is
 * completed from outside. Thread-safe.
 */
public final class SubmittedCalls {

  /** Items that are there already wait for their thread for as long as the client is open. */
  private static final Duration NEVER = ChronoUnit.FOREVER.getDuration();

  private final Executor executor;
  private final Supplier<ThreadContext> context;
  private final Failures failures;
  private final Lifetime lifetime;
  private final QueueTime queueTime;
  private final CallsInQueue queue;
  private final Duration deadline;
  private final TimeSource time;

  SubmittedCalls(
      Executor executor,
      Supplier<ThreadContext> context,
      Failures failures,
      Lifetime lifetime,
      QueueTime queueTime,
      CallsInQueue queue,
      Duration deadline,
      TimeSource time) {
    this.executor = executor;
    this.context = context;
    this.failures = failures;
    this.lifetime = lifetime;
    this.queueTime = queueTime;
    this.queue = queue;
    this.deadline = deadline;
    this.time = time;
  }

  /**
   * Submits a call, whose deadline counts from now, in the context of this thread.
   *
   * @param method the client's method
   * @param call calls it
   * @param <T> what it returns
   * @return the call's future; no failure of the executor is thrown
   */
  public <T extends @Nullable Object> CompletableFuture<T> submit(
      ClientMethod method, Supplier<T> call) {
    CompletableFuture<T> promise = new CompletableFuture<>();
    submit(context.get(), method, deadline, call, promise);
    return promise;
  }

  private <T extends @Nullable Object> void submit(
      ThreadContext caller,
      ClientMethod method,
      Duration allowed,
      Supplier<T> call,
      CompletableFuture<T> promise) {
    long now = time.nanoTime();
    CancellableWork<T> work = new CancellableWork<>(queueTime.since(now, call), promise);
    var unused = promise.whenComplete((result, failure) -> work.cancel());
    CancellableWork<T> end = new CancellableWork<>(queueTime.throughout(now, call), promise);
    queue.enter(work, Deadline.since(now, allowed, time), () -> caller.around(end).run());
    execute(caller, method, work, promise);
  }

  private void execute(
      ThreadContext caller,
      ClientMethod method,
      CancellableWork<?> work,
      CompletableFuture<?> promise) {
    try {
      executor.execute(caller.around(work));
    } catch (Throwable refused) {
      refused(method, refused, work, promise);
    }
  }

  /**
   * Where the pages of a listing are read, in the context of this thread.
   *
   * @param method the client's method
   * @return the same executor; the deadline of a page counts from its submission
   */
  public ReadingThreads reading(ClientMethod method) {
    ThreadContext subscriber = context.get();
    return new ReadingThreads() {
      @Override
      public <P> void read(Supplier<@Nullable P> page, CompletableFuture<@Nullable P> promise) {
        submit(subscriber, method, deadline, page, promise);
      }

      @Override
      public <P> void resume(CompletableFuture<@Nullable P> promise) {
        submit(
            subscriber,
            method,
            NEVER,
            () -> {
              refuseIfClosed(method);
              return null;
            },
            promise);
      }
    };
  }

  /** Nothing is delivered after the close, not even on the thread that asks for it. */
  private void refuseIfClosed(ClientMethod method) {
    if (lifetime.isClosed()) {
      throw failures.exception(method, ErrorCode.CLIENT_CLOSED, "the client is closed");
    }
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
