package dev.roster.internal.concurrent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client's own threads for work that the caller does not want to do itself. Made on first use:
 * virtual threads where the platform has them, a bounded number of daemon threads otherwise.
 */
public final class CallThreads implements Executor, AutoCloseable {

  /** Three times what a service of 20 calls a second has under way if each takes a second. */
  static final int MOST_PLATFORM_THREADS = 64;

  /** Eight minutes of work at 20 calls a second, longer than the usual deadline. */
  static final int MOST_WAITING = 10_000;

  /** Calls come in bursts: a thread costs more to start than to keep for some seconds. */
  private static final Duration REST = Duration.ofSeconds(10);

  private final Supplier<ExecutorService> maker;
  private @Nullable ExecutorService service;
  private boolean closed;

  public CallThreads() {
    this(CallThreads::virtual);
  }

  public CallThreads(Supplier<ExecutorService> maker) {
    this.maker = maker;
  }

  /**
   * Runs work on another thread.
   *
   * @throws RejectedExecutionException if there is no room for it, or the client is closed
   */
  @Override
  public void execute(Runnable work) {
    executor().execute(work);
  }

  private synchronized Executor executor() {
    if (closed) {
      throw new RejectedExecutionException("the client is closed");
    }
    if (service == null) {
      service = maker.get();
    }
    return service;
  }

  private static ExecutorService virtual() {
    try {
      Method virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
      return (ExecutorService) virtual.invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException older) {
      return platform(WorkerThreads.named("roster-call"));
    }
  }

  /** Threads of the platform; what has no place among those who wait is refused. */
  public static ExecutorService platform(ThreadFactory factory) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST_PLATFORM_THREADS,
            MOST_PLATFORM_THREADS,
            REST.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            factory);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Work under way is left to end, which the closed client makes it do. */
  @Override
  public synchronized void close() {
    closed = true;
    if (service != null) {
      service.shutdown();
    }
  }
}
