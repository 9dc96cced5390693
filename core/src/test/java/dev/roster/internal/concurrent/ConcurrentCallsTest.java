package dev.roster.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown, no call continues when the caller gets it. */
class ConcurrentCallsTest {

  private final AtomicInteger made = new AtomicInteger();

  private ConcurrentCalls calls(CountedThreads threads, int concurrency, List<Runnable> calls) {
    return new ConcurrentCalls(new Concurrency(WorkThreads.own(threads), concurrency), calls);
  }

  @Test
  void thereAreAsManyThreadsAsCallsAtMost() {
    CountedThreads threads = CountedThreads.unlimited();
    CountDownLatch allUnderWay = new CountDownLatch(3);
    Runnable call =
        () -> {
          allUnderWay.countDown();
          await(allUnderWay);
          made.incrementAndGet();
        };
    calls(threads, 5000, Collections.nCopies(3, call)).run();
    assertThat(made).hasValue(3);
    assertThat(threads.started()).hasSize(3).noneMatch(Thread::isAlive);
  }

  @Test
  void noCallsNeedNoThread() {
    CountedThreads threads = CountedThreads.unlimited();
    assertThatCode(() -> calls(threads, 8, List.of()).run()).doesNotThrowAnyException();
    assertThat(threads.started()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aThreadThatCannotBeStartedEndsAllCalls(int available) {
    CountedThreads threads = CountedThreads.endingAfter(available);
    Runnable blocked =
        () -> {
          made.incrementAndGet();
          await(new CountDownLatch(1));
        };
    assertThatThrownBy(() -> calls(threads, 8, Collections.nCopies(8, blocked)).run())
        .isInstanceOf(OutOfMemoryError.class)
        .hasNoSuppressedExceptions();
    assertThat(made).hasValue(Math.max(0, available - 1));
    assertThat(threads.started()).hasSize(available).noneMatch(Thread::isAlive);
  }

  @Test
  void whatACallThrowsUncheckedOrNotIsThrownToTheCaller() {
    CountedThreads threads = CountedThreads.unlimited();
    IOException broken = new IOException("checked");
    Runnable failing =
        () -> {
          throw ConcurrentCallsTest.<RuntimeException>unchecked(broken);
        };
    assertThatThrownBy(() -> calls(threads, 2, Collections.nCopies(5, failing)).run())
        .isSameAs(broken);
    assertThat(threads.started()).noneMatch(Thread::isAlive);
  }

  @Test
  void anInterruptIsReportedByTheCallsUnderWay() throws Exception {
    CountedThreads threads = CountedThreads.unlimited();
    CountDownLatch allUnderWay = new CountDownLatch(2);
    List<Runnable> calls =
        Collections.nCopies(
            5,
            () -> {
              allUnderWay.countDown();
              untilInterrupted();
            });
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread caller = new Thread(() -> thrown.complete(thrownBy(calls(threads, 2, calls))));
    caller.start();
    await(allUnderWay);

    caller.interrupt();

    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    caller.join();
    assertThat(threads.started()).hasSize(2).noneMatch(Thread::isAlive);
  }

  @Test
  void aThreadThatIsInterruptedAlreadyMakesTheNextCallItselfWithItsFlagSet() {
    CountedThreads threads = CountedThreads.unlimited();
    Runnable call =
        () -> {
          made.incrementAndGet();
          untilInterrupted();
        };
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> calls(threads, 2, Collections.nCopies(5, call)).run())
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(made).hasValue(1);
    assertThat(threads.started()).isEmpty();
  }

  private static Throwable thrownBy(ConcurrentCalls calls) {
    try {
      calls.run();
      return new AssertionError("nothing was thrown");
    } catch (CancellationException expected) {
      return expected;
    }
  }

  /** As a call of a client, which keeps the flag and throws. */
  private static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** As a call of a client: an interrupt ends it. */
  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
