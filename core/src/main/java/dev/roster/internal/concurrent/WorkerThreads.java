package dev.roster.internal.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A few threads that do the same work until there is none left, and are then gone. They are started
 * one by one, as there is work for them. Thread-safe.
 */
public final class WorkerThreads {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final CountDownLatch done = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final ThreadFactory factory;
  private final int most;
  private final Runnable work;
  private int running;

  /**
   * No threads yet.
   *
   * @param factory makes the threads
   * @param most the most threads, at least 1
   * @param work what each does; it throws nothing, and ends early when its thread is interrupted
   */
  public WorkerThreads(ThreadFactory factory, int most, Runnable work) {
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

  /**
   * Starts another thread, unless the most are there. Called first by whoever waits for the end,
   * and then by the threads themselves, so that the end is seen when the last of them ends.
   *
   * @throws OutOfMemoryError if the platform has no thread left, and whatever else the factory
   *     throws; the other threads go on
   */
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
      work.run();
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
    started().forEach(Thread::interrupt);
  }

  /** Waits until all threads are gone, whether or not the calling thread is interrupted. */
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
  private static boolean join(Thread thread) {
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
