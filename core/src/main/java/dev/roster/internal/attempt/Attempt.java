package dev.roster.internal.attempt;

import dev.roster.spi.AttemptContext;
import java.io.IOException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One driver call that can be ended from outside.
 *
 * <p>It poses as a channel because that is the one way in the platform to learn of an interrupt
 * without a thread that waits for it: between {@code begin} and {@code end} the interrupting thread
 * itself runs {@link #implCloseChannel()}. What the driver registered runs on a thread of its own
 * then, so that it keeps neither the interrupting thread nor the end of other attempts waiting.
 */
public final class Attempt extends AbstractInterruptibleChannel implements AttemptContext {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.spi.AttemptContext");

  /** As many milliseconds as transports take for a timeout. */
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  private final Duration allowed;
  private final long startNanos;
  private final AtomicReference<@Nullable AbortReason> reason = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> action = new AtomicReference<>();
  private volatile Executor aborters = Runnable::run;
  private volatile @Nullable String requestId;
  private volatile @Nullable String serverAddress;
  private volatile int serverPort;
  private volatile int httpStatus;

  public Attempt(Duration allowed) {
    this(allowed, System.nanoTime());
  }

  Attempt(Duration allowed, long startNanos) {
    this.allowed = allowed.compareTo(LONGEST) > 0 ? LONGEST : allowed;
    this.startNanos = startNanos;
  }

  public <T> T run(DriverCall<T> call, Lifetime lifetime) throws Exception {
    aborters = lifetime.aborters();
    try {
      lifetime.enter(this);
      begin();
      requireOpen();
      return Objects.requireNonNull(call.make(this), "a driver returned null");
    } catch (AttemptAbortedException beforeTheRequest) {
      throw beforeTheRequest;
    } catch (Exception failure) {
      throw judged(failure);
    } finally {
      leave();
      lifetime.leave(this);
    }
  }

  /** A close or a timeout that came first is the reason, whatever it made the driver throw. */
  private Exception judged(Exception failure) {
    if (Thread.currentThread().isInterrupted() || Interrupts.areCauseOf(failure)) {
      reason.compareAndSet(null, AbortReason.INTERRUPTED);
    }
    AbortReason aborted = reason.get();
    if (aborted == AbortReason.INTERRUPTED) {
      Thread.currentThread().interrupt();
    }
    return aborted == null ? failure : new AttemptAbortedException(aborted, failure);
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

  public @Nullable String requestId() {
    return requestId;
  }

  /** {@return the host that the request went to; null where it is not known} */
  public @Nullable String serverAddress() {
    return serverAddress;
  }

  /** {@return the port of the host; 0 where it is not known} */
  public int serverPort() {
    return serverPort;
  }

  /** {@return the status of the response; 0 where there was none or it is not known} */
  public int httpStatus() {
    return httpStatus;
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
  public void server(String address, int port) {
    this.serverPort = port;
    this.serverAddress = address;
  }

  @Override
  public void httpStatus(int status) {
    this.httpStatus = status;
  }

  @Override
  protected void implCloseChannel() {
    reason.compareAndSet(null, AbortReason.INTERRUPTED);
    if (action.get() != null) {
      aborters.execute(this::runAction);
    }
  }

  /** What an action throws would hit whoever runs it, and keep others from ending. */
  private void runAction() {
    Runnable registered = action.getAndSet(null);
    try {
      if (registered != null) {
        registered.run();
      }
    } catch (RuntimeException | Error broken) {
      LOG.warn("an attempt could not be aborted; it ends when its transport ends it", broken);
    }
  }

  /** A response that is complete counts, even if the interrupt came at the same moment. */
  private void leave() {
    try {
      end(true);
    } catch (IOException interruptedAtTheLastMoment) {
      restoreInterrupt();
    }
  }

  /** Where the attempt was aborted, the interrupt may be the driver's own way of ending it. */
  private void restoreInterrupt() {
    AbortReason aborted = reason.get();
    if (aborted == null || aborted == AbortReason.INTERRUPTED) {
      Thread.currentThread().interrupt();
    }
  }
}
