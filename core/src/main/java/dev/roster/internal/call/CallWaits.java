package dev.roster.internal.call;

import dev.roster.ErrorCode;
import dev.roster.TimeSource;
import dev.roster.internal.attempt.Lifetime;
import dev.roster.internal.errors.RequestFailed;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The waits of a client's calls. A close of the client and an interrupt of the thread end them. */
final class CallWaits {

  private final Lifetime lifetime;
  private final TimeSource time;

  CallWaits(Lifetime lifetime, TimeSource time) {
    this.lifetime = lifetime;
    this.time = time;
  }

  void refuseIfEnded() throws RequestFailed {
    until(() -> lifetime.isClosed());
  }

  void pause(Duration delay) throws RequestFailed {
    if (!delay.isZero()) {
      until(() -> lifetime.await(time, delay));
    }
  }

  /** Waits for an alarm, but no longer than a time. */
  void await(CountDownLatch alarm, Duration longest) throws RequestFailed {
    until(() -> lifetime.await(time, alarm, longest));
  }

  private static void until(Wait wait) throws RequestFailed {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (wait.closed()) {
        throw RequestFailed.unsent(ErrorCode.CLIENT_CLOSED, "the client was closed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw RequestFailed.unsent(ErrorCode.CANCELLED, "the thread was interrupted");
    }
  }

  /** A wait that says whether the client was closed. */
  private interface Wait {
    boolean closed() throws InterruptedException;
  }
}
