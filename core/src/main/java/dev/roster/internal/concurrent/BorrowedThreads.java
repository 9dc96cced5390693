package dev.roster.internal.concurrent;

import dev.roster.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread, and as many threads of an application's executor as it has free. The calling
 * thread works itself, so an executor that has no free thread, or whose only thread is the calling
 * one, makes the work slower and never stops it. A thread is given back as it was found: an
 * interrupt that was for the work stays with the work. Thread-safe.
 */
final class BorrowedThreads implements Workers {

  private final Executor executor;
  private final int most;
  private final SharedWork work;
  private final FirstFailure failure = new FirstFailure();
  private final Map<Thread, Stay> stays = new HashMap<>();
  private int asked = 1;
  private boolean closed;

  BorrowedThreads(Executor executor, int most, SharedWork work) {
    this.executor = executor;
    this.most = most;
    this.work = work;
  }

  /** What happens to a thread while it works for the run. */
  private static final class Stay {
    private boolean interruptedByRun;
    private boolean interruptedFromOutside;
  }

  /** One request for a thread, which may come late or never. */
  private final class Helper implements Runnable {

    @Override
    public void run() {
      if (help()) {
        Thread.currentThread().interrupt();
      }
    }

    /** For the message of an executor that rejects it. */
    @Override
    public String toString() {
      return "another thread for a run of many calls";
    }
  }

  @Override
  public boolean run(TimeSource time, @Nullable Duration deadline) {
    CountDownLatch done = new CountDownLatch(1);
    Thread watch = deadline == null ? null : watch(time, deadline, done);
    boolean interrupted = help();
    interrupted |= awaitHelpers();
    done.countDown();
    interrupted |= watch != null && WorkerThreads.join(watch);
    failure.rethrow();
    return interrupted;
  }

  /** Makes no call and notifies no listener, so no context has to be carried to this thread. */
  private Thread watch(TimeSource time, Duration deadline, CountDownLatch done) {
    Thread watch =
        WorkerThreads.named("roster-deadline").newThread(() -> watchOver(time, deadline, done));
    watch.start();
    return watch;
  }

  private void watchOver(TimeSource time, Duration deadline, CountDownLatch done) {
    try {
      if (!time.await(done, deadline)) {
        work.deadlinePassed();
      }
    } catch (Throwable broken) {
      failure.offer(broken);
      work.deadlinePassed();
    }
  }

  @Override
  public void startAnother() {
    synchronized (this) {
      if (closed || asked >= most) {
        return;
      }
      asked++;
    }
    // Not under the lock: an executor may run it here, or block until one of its threads is free.
    executor.execute(new Helper());
  }

  /** Returns whether the thread, which has done its share, was interrupted from outside. */
  private boolean help() {
    Stay stay = enter();
    return stay != null && workDuring(stay);
  }

  private boolean workDuring(Stay stay) {
    try {
      work.work();
    } finally {
      leave(stay);
    }
    return stay.interruptedFromOutside;
  }

  /** Returns null where the run is over, or where the thread works for it already. */
  private synchronized @Nullable Stay enter() {
    if (closed || stays.containsKey(Thread.currentThread())) {
      return null;
    }
    Stay stay = new Stay();
    stays.put(Thread.currentThread(), stay);
    return stay;
  }

  private synchronized void leave(Stay stay) {
    stays.remove(Thread.currentThread());
    if (stay.interruptedByRun) {
      Thread.interrupted();
    }
    notifyAll();
  }

  /** Returns whether the calling thread was interrupted; helpers that have not begun never do. */
  private synchronized boolean awaitHelpers() {
    closed = true;
    boolean interrupted = false;
    while (!stays.isEmpty()) {
      interrupted |= isInterruptedWhileWaiting();
    }
    return interrupted;
  }

  @SuppressWarnings("WaitNotInLoop")
  private synchronized boolean isInterruptedWhileWaiting() {
    try {
      wait();
      return false;
    } catch (InterruptedException stopping) {
      work.interrupted();
      return true;
    }
  }

  @Override
  public synchronized void interrupt() {
    stays.forEach(
        (thread, stay) -> {
          if (thread != Thread.currentThread() && !thread.isInterrupted()) {
            stay.interruptedByRun = true;
            thread.interrupt();
          }
        });
  }

  @Override
  public void interruptedFromOutside() {
    synchronized (this) {
      Stay stay = stays.get(Thread.currentThread());
      if (stay != null) {
        stay.interruptedFromOutside = true;
      }
    }
    work.interrupted();
  }

  @Override
  public void join() {
    if (awaitHelpers()) {
      Thread.currentThread().interrupt();
    }
  }
}
