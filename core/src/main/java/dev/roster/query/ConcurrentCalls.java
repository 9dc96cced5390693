package dev.roster.query;

import dev.roster.ErrorCode;
import dev.roster.MembershipClient;
import dev.roster.RosterException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes calls on a few threads of its own, until all are made or one fails. */
final class ConcurrentCalls {

  private static final AtomicLong THREADS = new AtomicLong();

  private final MembershipClient client;
  private final String operation;
  private final int concurrency;
  private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

  ConcurrentCalls(MembershipClient client, String operation, int concurrency) {
    this.client = client;
    this.operation = operation;
    this.concurrency = concurrency;
  }

  void run(List<Runnable> calls) {
    int atOnce = Math.min(concurrency, calls.size());
    if (atOnce <= 1) {
      calls.forEach(Runnable::run);
      return;
    }
    ExecutorService workers = Executors.newFixedThreadPool(atOnce, this::daemon);
    try {
      CompletionService<Boolean> completions = new ExecutorCompletionService<>(workers);
      calls.forEach(call -> completions.submit(call, true));
      for (int made = 0; made < calls.size(); made++) {
        completions.take().get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cancelled(interrupted);
    } catch (ExecutionException failed) {
      throw unchecked(failed.getCause());
    } finally {
      end(workers);
    }
  }

  /** No thread is left when this returns: an interrupt ends each call at once. */
  private void end(ExecutorService workers) {
    workers.shutdownNow();
    boolean interrupted = false;
    for (Thread thread : List.copyOf(threads)) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private RosterException cancelled(InterruptedException interrupted) {
    return RosterException.builder(ErrorCode.CANCELLED, client.provider(), operation)
        .message(operation + " was interrupted. " + ErrorCode.CANCELLED.advice())
        .cause(interrupted)
        .build();
  }

  private static RuntimeException unchecked(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException thrown ? thrown : new IllegalStateException(failure);
  }

  private Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "roster-query-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }
}
