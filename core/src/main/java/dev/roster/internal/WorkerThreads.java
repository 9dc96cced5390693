package dev.roster.internal;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A few threads that do the same work until there is none left, and are then gone. */
public final class WorkerThreads {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final CountDownLatch done;
  private final List<Thread> threads;

  /**
   * Makes the threads, and does not start them.
   *
   * @param name the beginning of their names
   * @param count how many, at least 1
   * @param work what each does; it throws nothing, and ends early when its thread is interrupted
   */
  public WorkerThreads(String name, int count, Runnable work) {
    this.done = new CountDownLatch(count);
    this.threads = Stream.generate(() -> thread(name, work)).limit(count).toList();
  }

  private Thread thread(String name, Runnable work) {
    Runnable counted =
        () -> {
          try {
            work.run();
          } finally {
            done.countDown();
          }
        };
    Thread thread = new Thread(counted, name + "-" + NUMBERS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** Starts all threads. */
  public void start() {
    threads.forEach(Thread::start);
  }

  /**
   * Opens when all work is done.
   *
   * @return the same at every call
   */
  public CountDownLatch done() {
    return done;
  }

  /** Interrupts all threads: the calls that they make end at once. */
  public void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  /** Waits until all threads are gone, whether or not the calling thread is interrupted. */
  public void join() {
    boolean interrupted = false;
    for (Thread thread : threads) {
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
}
