package dev.roster.internal.concurrent;

import dev.roster.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that do the same work until there is none left, and are then gone. They are started
 * one by one, as there is work for them. Thread-safe.
 */
public final class WorkerThreads implements Workers {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final CountDownLatch done = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final ThreadFactory factory;
  private final int most;
  private final SharedWork work;
  private int running;

  /**
   * No threads yet.
   *
   * @param factory makes the threads
   * @param most the most threads, at least 1
   * @param work what each does; it ends early when its thread is interrupted
   */
  WorkerThreads(ThreadFactory factory, int most, SharedWork work) {
    this.factory = factory;
    this.most = most;
    this.work = work;
  }

  /**
   * Makes daemon threads.
   *
   * @param name the beginning of their names
   * @return a factory that can be used by several runs
   */
  public static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name + "-" + NUMBERS.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public boolean run(TimeSource time, @Nullable Duration deadline) {
    startAnother();
    try {
      awaitEnd(time, deadline);
      return false;
    } catch (InterruptedException stopping) {
      work.interrupted();
      return true;
    }
  }

  private void awaitEnd(TimeSource time, @Nullable Duration deadline) throws InterruptedException {
    if (deadline == null) {
      done.await();
    } else if (!time.await(done, deadline)) {
      work.deadlinePassed();
    }
  }

  /**
   * Called first by {@link #run}, and then by the threads themselves, so that the end is seen when
   * the last of them ends.
   */
  @Override
  public synchronized void startAnother() {
    if (threads.size() >= most) {
      return;
    }
    Thread thread = factory.newThread(this::run);
    thread.start();
    threads.add(thread);
    running++;
  }

  private void run() {
    try {
      work.work();
    } finally {
      ended();
    }
  }

  /** Waits for the thread that starts this one, so that none is counted before it runs. */
  private synchronized void ended() {
    if (--running == 0) {
      done.countDown();
    }
  }

  @Override
  public void interrupt() {
    started().forEach(Thread::interrupt);
  }

  /** Only a call that this thread makes itself can have done so, and that call is over. */
  @Override
  public void interruptedFromOutside() {}

  @Override
  public void join() {
    boolean interrupted = false;
    for (List<Thread> left = alive(); !left.isEmpty(); left = alive()) {
      for (Thread thread : left) {
        interrupted |= join(thread);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether the calling thread was interrupted meanwhile. */
  static boolean join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  /** A thread that ends may have started another one. */
  private List<Thread> alive() {
    return started().stream().filter(Thread::isAlive).toList();
  }

  private synchronized List<Thread> started() {
    return List.copyOf(threads);
  }
}
