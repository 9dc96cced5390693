package dev.roster.internal.attempt;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Whether a failure is the trace of an interrupt. The platform wakes an interrupted thread before
 * or while it runs what the attempt has registered for that, so that what the driver throws is
 * often the first to tell, and the thread's flag may be gone by then.
 */
final class Interrupts {

  /** Causes can go in circles. */
  private static final int DEEPEST = 100;

  /** What a transport says in the platform's own exception when it gave up by itself. */
  private static final Set<String> TIMEOUTS = Set.of("timeout", "deadline reached");

  private Interrupts() {}

  /** Looks for an interrupt along the causes, as far as they are of the same thread. */
  static boolean areCauseOf(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (isInterrupt(cause)) {
        return true;
      }
      cause = isOfAnotherThread(cause) ? null : cause.getCause();
    }
    return false;
  }

  private static boolean isOfAnotherThread(Throwable wrapper) {
    return wrapper instanceof ExecutionException || wrapper instanceof CompletionException;
  }

  /** Transports derive their timeouts from the exception of interrupted input and output. */
  private static boolean isInterrupt(Throwable thrown) {
    return thrown instanceof InterruptedException
        || thrown instanceof ClosedByInterruptException
        || (thrown.getClass() == InterruptedIOException.class
            && !TIMEOUTS.contains(String.valueOf(thrown.getMessage())));
  }
}
