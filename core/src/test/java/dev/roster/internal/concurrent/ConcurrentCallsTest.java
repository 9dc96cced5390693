package dev.roster.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.MembershipClient;
import dev.roster.internal.call.ScriptedDriver;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown, no call goes on when the caller hears of it. */
class ConcurrentCallsTest {

  private final MembershipClient client = MembershipClient.builder(new ScriptedDriver()).build();
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void close() {
    client.close();
  }

  private ConcurrentCalls calls(CountedThreads threads, int concurrency, List<Runnable> calls) {
    return new ConcurrentCalls(threads, client, "ask", concurrency, calls);
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
