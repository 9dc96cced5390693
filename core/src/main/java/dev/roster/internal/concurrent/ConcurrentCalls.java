package dev.roster.internal.concurrent;

import dev.roster.TimeSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes calls on several threads, until all are made or one fails. */
final class ConcurrentCalls {

  private final Queue<Runnable> calls;
  private final Queue<Runnable> rest = new ConcurrentLinkedQueue<>();
  private final Workers workers;
  private final FirstFailure failure = new FirstFailure();

  ConcurrentCalls(Concurrency concurrency, List<Runnable> calls) {
    this.calls = new ConcurrentLinkedQueue<>(calls);
    this.workers = concurrency.workers(new Sharing());
  }

  /**
   * Makes the calls; throws what the first one that fails throws. Whatever is thrown, no call is
   * under way when it returns. An interrupt of the calling thread interrupts the calls under way.
   * Where none of them fails with that, the next one is made on the calling thread with its flag
   * set, so that a call itself fails as interrupted calls do.
   */
  void run() {
    try {
      runUntilEnd();
    } finally {
      end();
    }
    failure.rethrow();
    rest.forEach(Runnable::run);
  }

  private void end() {
    takeRest();
    workers.interrupt();
    workers.join();
  }

  private void runUntilEnd() {
    boolean begun = !calls.isEmpty() && !Thread.currentThread().isInterrupted();
    if (begun && workers.run(TimeSource.system(), null)) {
      Thread.currentThread().interrupt();
    }
  }

  /** None is left unless the calling thread was interrupted or a call failed. */
  private void takeRest() {
    for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
      rest.add(call);
    }
  }

  /** What each thread does. */
  private final class Sharing implements SharedWork {

    @Override
    public void work() {
      for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
        make(call);
      }
    }

    private void make(Runnable call) {
      try {
        if (!calls.isEmpty()) {
          workers.startAnother();
        }
        call.run();
      } catch (Throwable failed) {
        end(failed);
      }
    }

    private void end(Throwable failed) {
      calls.clear();
      failure.offer(failed);
      workers.interrupt();
    }

    @Override
    public void interrupted() {
      takeRest();
      workers.interrupt();
    }

    @Override
    public void deadlinePassed() {
      throw new AssertionError("calls have deadlines of their own");
    }
  }
}
