package dev.roster.internal.attempt;

import dev.roster.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * From a client's opening to its closing: the attempts under way, the one thread that sees when the
 * time of one has passed, and what ends every wait of the client. Thread-safe.
 */
public final class Lifetime {

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<CountDownLatch> alarms = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, work -> AbortThreads.daemon(work, "roster-attempt-timer"));
  private final AttemptsUnderWay attempts = new AttemptsUnderWay(System::nanoTime, this::schedule);
  private final AbortThreads aborters;

  /** A client that is open. */
  public Lifetime() {
    this(new AbortThreads());
  }

  Lifetime(AbortThreads aborters) {
    this.aborters = aborters;
  }

  /** Waits for an alarm, a time or the end. Returns whether the client is closed. */
  public boolean await(TimeSource time, CountDownLatch alarm, Duration duration)
      throws InterruptedException {
    alarms.add(alarm);
    try {
      return isClosed() || (time.await(alarm, duration) && isClosed());
    } finally {
      alarms.remove(alarm);
    }
  }

  /** Waits for a time or the end. Returns whether the client is closed. */
  public boolean await(TimeSource time, Duration duration) throws InterruptedException {
    return time.await(closed, duration);
  }

  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  void enter(Attempt attempt) {
    attempts.enter(attempt);
    if (isClosed()) {
      attempt.abort(AbortReason.CLOSED);
    }
  }

  /** Run what ends an attempt. */
  Executor aborters() {
    return aborters;
  }

  void leave(Attempt attempt) {
    attempts.leave(attempt);
  }

  /**
   * Runs something short on the thread that watches over times; never, where the client is closed
   * before.
   *
   * @param work must not block
   * @param delay in real time
   */
  public void schedule(Runnable work, Duration delay) {
    try {
      var unused = timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closedMeanwhile) {
      // The close ends every attempt by itself.
    }
  }

  /** Ends every attempt and every wait. Returns whether this was the first time. */
  public synchronized boolean close() {
    if (isClosed()) {
      return false;
    }
    closed.countDown();
    alarms.forEach(CountDownLatch::countDown);
    timer.shutdownNow();
    attempts.abortAll(AbortReason.CLOSED);
    aborters.close();
    return true;
  }
}
