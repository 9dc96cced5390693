package dev.roster.internal.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Makes daemon threads, remembers them, and can be at the end of what the platform has. */
public final class CountedThreads implements ThreadFactory {

  private final List<Thread> started = new ArrayList<>();
  private final int available;
  private final boolean failsAtStart;

  private CountedThreads(int available, boolean failsAtStart) {
    this.available = available;
    this.failsAtStart = failsAtStart;
  }

  /** As many as wanted. */
  public static CountedThreads unlimited() {
    return refusingAfter(Integer.MAX_VALUE);
  }

  /** From then on a thread cannot be started, as where the platform has none left. */
  public static CountedThreads endingAfter(int available) {
    return new CountedThreads(available, true);
  }

  /** From then on a thread cannot be made; for the platform's pools, which bypass its start. */
  public static CountedThreads refusingAfter(int available) {
    return new CountedThreads(available, false);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = failsAtStart ? failingAtStart(work) : new Thread(work);
    thread.setDaemon(true);
    if (!failsAtStart) {
      takePlace(thread);
    }
    return thread;
  }

  private Thread failingAtStart(Runnable work) {
    return new Thread(work) {
      @Override
      public synchronized void start() {
        takePlace(this);
        super.start();
      }
    };
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
