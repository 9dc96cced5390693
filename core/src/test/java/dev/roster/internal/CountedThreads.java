package dev.roster.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Makes daemon threads, remembers them, and can be at the end of what the platform has. */
public final class CountedThreads implements ThreadFactory {

  private final List<Thread> started = new ArrayList<>();
  private final int available;

  private CountedThreads(int available) {
    this.available = available;
  }

  /** As many as wanted. */
  public static CountedThreads unlimited() {
    return new CountedThreads(Integer.MAX_VALUE);
  }

  /** From then on a thread cannot be started, as where the platform has none left. */
  public static CountedThreads endingAfter(int available) {
    return new CountedThreads(available);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread =
        new Thread(work) {
          @Override
          public synchronized void start() {
            takePlace(this);
            super.start();
          }
        };
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void takePlace(Thread thread) {
    if (started.size() == available) {
      throw new OutOfMemoryError("unable to create native thread, as a test says");
    }
    started.add(thread);
  }

  public synchronized List<Thread> started() {
    return List.copyOf(started);
  }
}
