package dev.roster.internal.concurrent;

import dev.roster.ErrorCode;
import dev.roster.MembershipClient;
import dev.roster.RosterException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/** Makes calls on a few threads of its own, until all are made or one fails. */
public final class ConcurrentCalls {

  private final MembershipClient client;
  private final String operation;
  private final Queue<Runnable> calls;
  private final WorkerThreads workers;
  private final FirstFailure failure = new FirstFailure();

  /**
   * Calls that have not begun.
   *
   * @param threadName the beginning of the threads' names
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
    this(WorkerThreads.named(threadName), client, operation, concurrency, calls);
  }

  ConcurrentCalls(
      ThreadFactory threads,
      MembershipClient client,
      String operation,
      int concurrency,
      List<Runnable> calls) {
    this.client = client;
    this.operation = operation;
    this.calls = new ConcurrentLinkedQueue<>(calls);
    this.workers = new WorkerThreads(threads, concurrency, this::work);
  }

  /**
   * Makes the calls; whatever is thrown, no thread is left when it returns. A thread that is
   * interrupted already sends nothing.
   *
   * @throws RosterException of the first call that failed, or with {@link ErrorCode#CANCELLED}
   */
  public void run() {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException("before the first call");
      }
      if (!calls.isEmpty()) {
        workers.startAnother();
        workers.done().await();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cancelled(interrupted);
    } finally {
      calls.clear();
      workers.interrupt();
      workers.join();
    }
    failure.rethrow();
  }

  private void work() {
    for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
      try {
        if (!calls.isEmpty()) {
          workers.startAnother();
        }
        call.run();
      } catch (Throwable failed) {
        calls.clear();
        failure.offer(failed);
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
}
