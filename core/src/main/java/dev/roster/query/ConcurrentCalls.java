package dev.roster.query;

import dev.roster.ErrorCode;
import dev.roster.MembershipClient;
import dev.roster.RosterException;
import dev.roster.internal.WorkerThreads;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes calls on a few threads of its own, until all are made or one fails. */
final class ConcurrentCalls {

  private final MembershipClient client;
  private final String operation;
  private final Queue<Runnable> calls;
  private final WorkerThreads workers;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  ConcurrentCalls(
      MembershipClient client, String operation, int concurrency, List<Runnable> calls) {
    this.client = client;
    this.operation = operation;
    this.calls = new ConcurrentLinkedQueue<>(calls);
    int threads = Math.max(1, Math.min(concurrency, calls.size()));
    this.workers = new WorkerThreads("roster-query", threads, this::work);
  }

  void run() {
    workers.start();
    try {
      workers.done().await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cancelled(interrupted);
    } finally {
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
