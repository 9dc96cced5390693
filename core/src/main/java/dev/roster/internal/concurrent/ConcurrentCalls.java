package dev.roster.internal.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/** Makes calls on a few threads of its own, until all are made or one fails. */
public final class ConcurrentCalls {

  private final Queue<Runnable> calls;
  private final WorkerThreads workers;
  private final FirstFailure failure = new FirstFailure();

  /**
   * Calls that have not begun.
   *
   * @param threadName the beginning of the threads' names
   * @param concurrency the most calls at a time, at least 1
   * @param calls what is to be done
   */
  public ConcurrentCalls(String threadName, int concurrency, List<Runnable> calls) {
    this(WorkerThreads.named(threadName), concurrency, calls);
  }

  ConcurrentCalls(ThreadFactory threads, int concurrency, List<Runnable> calls) {
    this.calls = new ConcurrentLinkedQueue<>(calls);
    this.workers = new WorkerThreads(threads, concurrency, this::work);
  }

  /**
   * Makes the calls; throws what the first one that fails throws. Whatever is thrown, no thread is
   * left when it returns. An interrupt of the calling thread interrupts the calls under way. Where
   * none of them fails with that, the next one is made on the calling thread with its flag set, so
   * that a call itself fails as interrupted calls do.
   */
  public void run() {
    List<Runnable> rest;
    try {
      awaitEnd();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      rest = takeRest();
      workers.interrupt();
      workers.join();
    }
    failure.rethrow();
    rest.forEach(Runnable::run);
  }

  private void awaitEnd() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("before the first call");
    }
    if (!calls.isEmpty()) {
      workers.startAnother();
      workers.done().await();
    }
  }

  /** None is left unless the calling thread was interrupted or a call failed. */
  private List<Runnable> takeRest() {
    List<Runnable> rest = new ArrayList<>();
    for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
      rest.add(call);
    }
    return rest;
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
}
