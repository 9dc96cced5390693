package dev.roster.internal.attempt;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that end attempts from outside, each action on one of its own, so that a slow one
 * keeps no other waiting. They are threads of the platform: those of the application may all be
 * busy, and virtual ones may have no carrier left.
 */
final class AbortThreads implements Executor, AutoCloseable {

  /** So many actions can hang before one has to wait; an action that keeps its promise does not. */
  static final int MOST = 32;

  /** An outage aborts many attempts at once, and then none. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** A close waits for the actions that return quickly, as they must, and for no other. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final ThreadPoolExecutor threads;

  AbortThreads() {
    this(work -> daemon(work, "roster-abort-" + NUMBERS.incrementAndGet()));
  }

  AbortThreads(ThreadFactory factory) {
    threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            REST.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            factory);
    threads.allowCoreThreadTimeOut(true);
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Without a thread it is this one: better late for others than never for this attempt. */
  @Override
  public void execute(Runnable abort) {
    try {
      threads.execute(abort);
    } catch (RuntimeException | OutOfMemoryError noThread) {
      abort.run();
    }
  }

  /** Waits until the actions have run, as far as they return quickly. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      boolean unused = threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
