package dev.roster.aws.internal.http;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tries again what ends a request. The threads are the library's own: in the common pool, an abort
 * would wait behind the very calls that it has to end.
 */
final class AbortRetries {

  /**
   * Between two tries to abort, and two looks at whether a client can be closed. Too short for a
   * person to notice, and long enough that the tries cost nothing.
   */
  private static final Duration PAUSE = Duration.ofMillis(10);

  /** A client that holds one up holds up no other. */
  private static final int THREADS = 4;

  /** So many pauses without a request to end, and the thread is gone. */
  private static final Duration REST = PAUSE.multipliedBy(10);

  private static final ScheduledThreadPoolExecutor LATER = threads();

  private AbortRetries() {}

  private static ScheduledThreadPoolExecutor threads() {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(THREADS, AbortRetries::thread);
    threads.setKeepAliveTime(REST.toMillis(), TimeUnit.MILLISECONDS);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "roster-aws-abort");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs it after a pause. */
  static void later(Runnable abort) {
    var unused = LATER.schedule(abort, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
