package dev.roster.conformance.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A call on a thread of its own, so that a test can do something to it meanwhile. */
public final class CallOnThread {

  /** Long, because it only bounds how long a failing test hangs. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile boolean interruptFlag;

  private CallOnThread(Callable<?> call) {
    thread = new Thread(() -> run(call), "conformance-call");
    thread.setDaemon(true);
  }

  public static CallOnThread start(Callable<?> call) {
    CallOnThread started = new CallOnThread(call);
    started.thread.start();
    return started;
  }

  private void run(Callable<?> call) {
    try {
      call.call();
    } catch (Throwable thrown) {
      failure = thrown;
    }
    interruptFlag = Thread.currentThread().isInterrupted();
  }

  public void interrupt() {
    thread.interrupt();
  }

  /** Waits for the end of the call, which must be a failure. */
  public RosterException failure() throws InterruptedException {
    thread.join(PATIENCE.toMillis());
    assertThat(thread.isAlive()).as("the call is still blocked").isFalse();
    if (failure instanceof RosterException expected) {
      return expected;
    }
    throw new AssertionError("the call was expected to fail with a RosterException", failure);
  }

  /** Waits for the end of the call, which must be this failure. */
  public void requireFailure(ErrorCode code, Outcome outcome) throws InterruptedException {
    RosterException failed = failure();
    assertThat(failed.code()).as("%s", failed.getMessage()).isEqualTo(code);
    assertThat(failed.outcome()).isEqualTo(outcome);
  }

  /** Waits for the end of the call, which must be by its interrupt. */
  public void requireCancelled(Outcome outcome) throws InterruptedException {
    requireFailure(ErrorCode.CANCELLED, outcome);
    assertThat(interruptFlag).as("the interrupt flag is kept").isTrue();
  }
}
