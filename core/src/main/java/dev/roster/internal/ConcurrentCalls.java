package dev.roster.internal;

import dev.roster.ErrorCode;
import dev.roster.MembershipClient;
import dev.roster.RosterException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes calls on a few threads of its own, until all are made or one fails. */
public final class ConcurrentCalls {

  private final MembershipClient client;
  private final String operation;
  private final Queue<Runnable> calls;
  private final WorkerThreads workers;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * Makes the threads, and does not start them.
   *
   * @param threadName the beginning of their names
   * @param client makes the calls
   * @param operation what an interrupt is reported as the end of
   * @param concurrency the most calls at a time, at least 1
   * @param calls what is to be done
   */
  public ConcurrentCalls(
      String threadName,
      MembershipClient client,
      String operation,
      int concurrency,
      List<Runnable> calls) {
    this.client = client;
    this.operation = operation;
    this.calls = new ConcurrentLinkedQueue<>(calls);
    int threads = Math.max(1, Math.min(concurrency, calls.size()));
    this.workers = new WorkerThreads(threadName, threads, this::work);
  }

  /**
   * Makes the calls; no thread is left when it returns. A thread that is interrupted already sends
   * nothing.
   *
   * @throws RosterException of the first call that failed, or with {@link ErrorCode#CANCELLED}
   */
  public void run() {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException("before the first call");
      }
      workers.start();
      workers.done().await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cancelled(interrupted);
    } finally {
      calls.clear();
      workers.interrupt();
      workers.join();
    }
    rethrow(failure.get());
  }

  private void work() {
    for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
      try {
        call.run();
      } catch (RuntimeException | Error failed) {
        calls.clear();
        failure.compareAndSet(null, failed);
        workers.interrupt();
      }
    }
  }

  private RosterException cancelled(InterruptedException interrupted) {
    return RosterException.builder(ErrorCode.CANCELLED, client.provider(), operation)
        .message(operation + " was interrupted. " + ErrorCode.CANCELLED.advice())
        .cause(interrupted)
        .build();
  }

  private static void rethrow(@Nullable Throwable failed) {
    if (failed instanceof Error error) {
      throw error;
    }
    if (failed instanceof RuntimeException thrown) {
      throw thrown;
    }
  }
}
