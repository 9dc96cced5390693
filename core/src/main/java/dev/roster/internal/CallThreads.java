package dev.roster.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The client's own threads for work that the caller does not want to do itself. Made on first use:
 * virtual threads where the platform has them, daemon threads otherwise.
 */
final class CallThreads implements Executor, AutoCloseable {

  private @Nullable ExecutorService service;
  private boolean closed;

  /** After the close it runs the work itself: every call ends at once then, with a clear error. */
  @Override
  public void execute(Runnable work) {
    executor().execute(work);
  }

  private synchronized Executor executor() {
    if (closed) {
      return Runnable::run;
    }
    if (service == null) {
      service = make();
    }
    return service;
  }

  private static ExecutorService make() {
    try {
      Method virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
      return (ExecutorService) virtual.invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException older) {
      AtomicInteger number = new AtomicInteger();
      return Executors.newCachedThreadPool(work -> daemon(work, number.incrementAndGet()));
    }
  }

  private static Thread daemon(Runnable work, int number) {
    Thread thread = new Thread(work, "roster-call-" + number);
    thread.setDaemon(true);
    return thread;
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
