package dev.roster.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.roster.ErrorCode;
import dev.roster.MembershipId;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An interrupt ends an attempt as CANCELLED and keeps the thread's flag, whatever the driver makes
 * of it, and whichever comes first: the thread that wakes or the hook that was to wake it.
 */
class InterruptedAttemptsTest {

  private final ScriptedDriver driver = new ScriptedDriver();
  private final RosterClient client =
      RosterClient.builder(driver).retryPolicy(RetryPolicy.defaults().withMaxAttempts(1)).build();

  @AfterEach
  void close() {
    assertThat(Thread.interrupted()).as("a flag that a test left").isFalse();
    client.close();
  }

  /** Transport libraries derive timeouts from the platform's exception. */
  private static final class LibraryTimeout extends InterruptedIOException {
    private static final long serialVersionUID = 1L;
  }

  static Stream<Exception> tracesOfAnInterrupt() {
    return Stream.of(
        new InterruptedException(),
        new ClosedByInterruptException(),
        new InterruptedIOException("interrupted"),
        new InterruptedIOException(),
        new IOException("wrapped", new InterruptedException()),
        new IllegalStateException(new IOException(new ClosedByInterruptException())));
  }

  @ParameterizedTest
  @MethodSource("tracesOfAnInterrupt")
  void whatADriverThrowsTellsOfTheInterruptAlsoWithoutTheFlag(Exception trace) {
    driver.then(throwing(trace));
    RosterException error = failure();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(error.attempts()).isEqualTo(1);
    assertThat(error.unwrap(Exception.class)).containsSame(trace);
  }

  private static Exception inACircle() {
    IOException one = new IOException("one");
    one.initCause(new IOException("other", one));
    return one;
  }

  static Stream<Exception> noTracesOfAnInterrupt() {
    return Stream.of(
        new IOException("socket closed"),
        new SocketTimeoutException("timeout"),
        new LibraryTimeout(),
        new InterruptedIOException("timeout"),
        new InterruptedIOException("deadline reached"),
        new IOException(new ExecutionException(new InterruptedException("of another thread"))),
        new CompletionException(new InterruptedException("of another thread")),
        inACircle());
  }

  @ParameterizedTest
  @MethodSource("noTracesOfAnInterrupt")
  void aTimeoutOrTheInterruptOfAnotherThreadIsNoInterrupt(Exception failure) {
    driver.then(throwing(failure));
    assertThat(failure().code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theFlagAloneTellsOfTheInterrupt() {
    driver.then(
        attempt -> {
          Thread.currentThread().interrupt();
          throw new IOException("the connection is gone");
        });
    assertThat(failure().code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anAnswerOfTheServiceCountsAlsoWhereTheInterruptCameWithIt() {
    driver.then(
        attempt -> {
          Thread.currentThread().interrupt();
          throw new ScriptedDriver.Failure(
              ErrorDescription.of(ErrorCode.ACCESS_DENIED, Reach.REFUSED));
        });
    assertThat(failure().code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(Thread.interrupted()).isTrue();
  }

  static Stream<Arguments> waysToBlock() {
    return Stream.of(
        argumentSet("waiting", (Blocking) underWay -> waitForever(underWay)),
        argumentSet("in a channel", (Blocking) underWay -> readForever(underWay)),
        argumentSet("parked", (Blocking) underWay -> parkForever(underWay)));
  }

  /** What a driver does until it is interrupted. */
  private interface Blocking {
    void block(CountDownLatch underWay) throws Exception;
  }

  private static void waitForever(CountDownLatch underWay) throws InterruptedException {
    underWay.countDown();
    new CountDownLatch(1).await();
  }

  private static void readForever(CountDownLatch underWay) throws IOException {
    Pipe pipe = Pipe.open();
    try (Pipe.SourceChannel source = pipe.source()) {
      underWay.countDown();
      source.read(ByteBuffer.allocate(1));
    } finally {
      pipe.sink().close();
    }
  }

  /** As a transport that takes the flag for itself. */
  private static void parkForever(CountDownLatch underWay) throws IOException {
    underWay.countDown();
    while (!Thread.interrupted()) {
      LockSupport.park();
    }
    throw new InterruptedIOException("gave up");
  }

  @ParameterizedTest
  @MethodSource("waysToBlock")
  void aBlockedCallIsCancelledAndTheFlagIsKept(Blocking blocking) throws Exception {
    for (int round = 0; round < 20; round++) {
      CountDownLatch underWay = new CountDownLatch(1);
      driver.then(
          attempt -> {
            attempt.onAbort(() -> {});
            blocking.block(underWay);
            return "unreachable";
          });
      requireCancelledByAnInterrupt(underWay);
    }
  }

  @ParameterizedTest
  @MethodSource("waysToBlock")
  void anAbortActionThatIsLateChangesNothing(Blocking blocking) throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch callIsOver = new CountDownLatch(1);
    driver.then(
        attempt -> {
          attempt.onAbort(() -> awaitUnchecked(callIsOver));
          blocking.block(underWay);
          return "unreachable";
        });
    requireCancelledByAnInterrupt(underWay);
    callIsOver.countDown();
  }

  private void requireCancelledByAnInterrupt(CountDownLatch underWay) throws Exception {
    CompletableFuture<ErrorCode> code = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              code.complete(failure().code());
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    underWay.await();
    caller.interrupt();
    caller.join();
    assertThat(code).isCompletedWithValue(ErrorCode.CANCELLED);
    assertThat(flag).isCompletedWithValue(true);
  }

  @Test
  void anAttemptWhoseTimeHasPassedIsATimeoutThoughItsDriverIsEndedByAnInterrupt() {
    driver.then(endedByAnInterruptOfItsOwn());
    RosterClient impatient = client.with(client.options().withAttemptTimeout(Duration.ofMillis(1)));
    RosterException error =
        catchThrowableOfType(RosterException.class, () -> impatient.getMembership(id()));
    assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @RepeatedTest(20)
  void aCloseKeepsItsOwnReasonThoughTheDriverIsEndedByAnInterrupt() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    DriverCall<?> blocked = endedByAnInterruptOfItsOwn();
    driver.then(
        attempt -> {
          underWay.countDown();
          return blocked.make(attempt);
        });
    CompletableFuture<ErrorCode> code = new CompletableFuture<>();
    Thread caller = new Thread(() -> code.complete(failure().code()));
    caller.start();
    underWay.await();
    client.close();
    caller.join();
    assertThat(code).isCompletedWithValue(ErrorCode.CLIENT_CLOSED);
  }

  private static DriverCall<?> endedByAnInterruptOfItsOwn() {
    return attempt -> {
      CountDownLatch aborted = new CountDownLatch(1);
      Thread caller = Thread.currentThread();
      attempt.onAbort(
          () -> {
            if (caller.equals(Thread.currentThread())) {
              aborted.countDown();
            } else {
              caller.interrupt();
            }
          });
      aborted.await();
      throw new IOException("ended before it blocked");
    };
  }

  private RosterException failure() {
    return catchThrowableOfType(RosterException.class, () -> client.getMembership(id()));
  }

  private static MembershipId id() {
    return ScriptedDriver.MEMBERSHIP.membershipId();
  }

  private static DriverCall<?> throwing(Exception failure) {
    return attempt -> {
      throw failure;
    };
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
