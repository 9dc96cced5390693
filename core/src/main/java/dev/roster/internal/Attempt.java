package dev.roster.internal;

import dev.roster.spi.AttemptContext;
import java.io.IOException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One driver call that can be ended from outside.
 *
 * <p>It poses as a channel because that is the one way in the platform to learn of an interrupt
 * without another thread: between {@code begin} and {@code end} the interrupting thread itself runs
 * {@link #implCloseChannel()}.
 */
final class Attempt extends AbstractInterruptibleChannel implements AttemptContext {

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private final Duration allowed;
  private final long startNanos;
  private final AtomicReference<@Nullable AbortReason> reason = new AtomicReference<>();
  private final AtomicReference<Runnable> action = new AtomicReference<>(Attempt::nothing);
  private volatile @Nullable String requestId;

  Attempt(Duration allowed) {
    this(allowed, System.nanoTime());
  }

  Attempt(Duration allowed, long startNanos) {
    this.allowed = allowed;
    this.startNanos = startNanos;
  }

  <T> T run(DriverCall<T> call, Lifetime lifetime) throws Exception {
    try {
      lifetime.enter(this);
      begin();
      requireOpen();
      return Objects.requireNonNull(call.make(this), "a driver answered with null");
    } catch (AttemptAbortedException beforeTheRequest) {
      throw beforeTheRequest;
    } catch (Exception failure) {
      AbortReason aborted = reason.get();
      throw aborted == null ? failure : new AttemptAbortedException(aborted, failure);
    } finally {
      leave();
      lifetime.leave(this);
    }
  }

  /** What was ended before it began must not reach the driver, which may be closed by now. */
  private void requireOpen() throws AttemptAbortedException {
    AbortReason aborted = reason.get();
    if (aborted != null) {
      throw new AttemptAbortedException(aborted, null);
    }
  }

  /** When its time has passed, on the clock of the platform. */
  long expiryNanos() {
    return startNanos + allowed.toNanos();
  }

  /** Ends the attempt, unless it has ended. */
  void abort(AbortReason why) {
    reason.compareAndSet(null, why);
    try {
      close();
    } catch (IOException impossible) {
      throw new AssertionError("closing an attempt does no I/O", impossible);
    }
  }

  @Nullable String requestId() {
    return requestId;
  }

  /** Spreads as well as the platform's own, which the JVM has to be asked for once per object. */
  @Override
  public int hashCode() {
    return Long.hashCode(startNanos);
  }

  /** Every attempt is different. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public Duration timeLeft() {
    Duration left = allowed.minusNanos(System.nanoTime() - startNanos);
    return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
  }

  @Override
  public void onAbort(Runnable abort) {
    action.set(abort);
    // Again, because a channel that the driver used on this thread meanwhile (a credentials file,
    // say) has taken the thread's one place for such a listener and left it empty.
    begin();
    if (!isOpen()) {
      runAction();
    }
  }

  @Override
  public void requestId(String id) {
    this.requestId = id;
  }

  @Override
  protected void implCloseChannel() {
    reason.compareAndSet(null, AbortReason.INTERRUPTED);
    runAction();
  }

  /** What an action throws would hit whoever interrupts or closes, and keep others from ending. */
  private void runAction() {
    try {
      action.getAndSet(Attempt::nothing).run();
    } catch (RuntimeException broken) {
      LOG.warn("an attempt could not be aborted; it ends when its transport ends it", broken);
    }
  }

  private static void nothing() {}

  /** A reply that is complete counts, even if the interrupt came at the same moment. */
  private void leave() {
    try {
      end(true);
    } catch (IOException interruptedAtTheLastMoment) {
      Thread.currentThread().interrupt();
    }
  }
}
