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
  private boolean ended;

  <T extends @Nullable Object> T make(Supplier<T> call) {
    enter();
    try {
      return call.get();
    } finally {
      leave();
    }
  }

  /** Ends the calls under way, and those to come as soon as they begin. */
  synchronized void end() {
    ended = true;
    threads.forEach(Thread::interrupt);
  }

  private synchronized void enter() {
    threads.add(Thread.currentThread());
    if (ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** No other code interrupts a thread of the run, so the flag was for the call, which is over. */
  private synchronized void leave() {
    threads.remove(Thread.currentThread());
    Thread.interrupted();
  }
}
