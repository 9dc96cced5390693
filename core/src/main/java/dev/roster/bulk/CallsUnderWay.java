package dev.roster.bulk;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a run that make a call or wait for the input. These are interrupted when the run
 * is to end; a thread that reports a result never is, because a file that it writes to would be
 * closed by that. Thread-safe.
 */
final class CallsUnderWay {

  private final Set<Thread> threads = new HashSet<>();
  private final Set<Thread> interrupted = new HashSet<>();
  private final Runnable interruptedFromOutside;
  private boolean ended;

  /** Calls whose threads can be interrupted by other code, which is then reported. */
  CallsUnderWay(Runnable interruptedFromOutside) {
    this.interruptedFromOutside = interruptedFromOutside;
  }

  <T extends @Nullable Object> T make(Supplier<T> call) {
    enter();
    try {
      return call.get();
    } finally {
      if (leave()) {
        interruptedFromOutside.run();
      }
    }
  }

  /** Ends the calls under way, and those to come as soon as they begin. */
  synchronized void end() {
    ended = true;
    threads.forEach(this::interrupt);
  }

  private synchronized void enter() {
    threads.add(Thread.currentThread());
    if (ended) {
      interrupt(Thread.currentThread());
    }
  }

  private void interrupt(Thread thread) {
    if (!thread.isInterrupted()) {
      interrupted.add(thread);
      thread.interrupt();
    }
  }

  /** Takes the flag back in any case. Returns whether other code had set it. */
  private synchronized boolean leave() {
    Thread thread = Thread.currentThread();
    threads.remove(thread);
    boolean byRun = interrupted.remove(thread);
    return Thread.interrupted() && !byRun;
  }
}
