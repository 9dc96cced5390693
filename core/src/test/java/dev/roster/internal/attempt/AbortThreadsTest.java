package dev.roster.internal.attempt;

import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.roster.ErrorCode;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.internal.call.ScriptedDriver;
import dev.roster.internal.concurrent.CountedThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ends attempts from outside waits for no call, and for no other such action. */
@Timeout(120)
class AbortThreadsTest {

  private static final Duration SHORT = Duration.ofMillis(1);

  private static RosterClient client(ScriptedDriver driver) {
    return RosterClient.builder(driver)
        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
        .build();
  }

  private static ErrorCode failure(RosterClient client) {
    return catchThrowableOfType(
            RosterException.class, () -> client.getMembership(MEMBERSHIP.membershipId()))
        .code();
  }

  private static DriverCall<?> blockedUntilAborted(List<Thread> aborters) {
    return attempt -> {
      CountDownLatch aborted = new CountDownLatch(1);
      attempt.onAbort(
          () -> {
            aborters.add(Thread.currentThread());
            aborted.countDown();
          });
      aborted.await();
      throw new IOException("socket closed");
    };
  }

  @Test
  void anAttemptWhoseTimeHasPassedEndsThoughVirtualThreadsTakeAllCarriers() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> aborters = Collections.synchronizedList(new ArrayList<>());
    ScriptedDriver driver = new ScriptedDriver().then(blockedUntilAborted(aborters));
    takeAllCarriers(over);
    try (RosterClient client = client(driver)) {
      RosterClient impatient = client.with(client.options().withAttemptTimeout(SHORT));
      assertThat(failure(impatient)).isEqualTo(ErrorCode.TIMEOUT);
    } finally {
      over.set(true);
    }
  }

  private static void takeAllCarriers(AtomicBoolean over) throws ReflectiveOperationException {
    Runnable busy =
        () -> {
          while (!over.get()) {
            Thread.onSpinWait();
          }
        };
    try {
      for (int each = 0; each < 2 * Runtime.getRuntime().availableProcessors(); each++) {
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, busy);
      }
    } catch (NoSuchMethodException older) {
      abort("the platform has no virtual threads");
    }
  }

  @Test
  void actionsRunOnThreadsOfTheirOwnWhateverEndsTheAttempt() throws Exception {
    List<Thread> aborters = Collections.synchronizedList(new ArrayList<>());
    ScriptedDriver driver = new ScriptedDriver();
    RosterClient client = client(driver);
    CountDownLatch underWay = new CountDownLatch(1);
    driver.then(
        attempt -> {
          CountDownLatch aborted = new CountDownLatch(1);
          attempt.onAbort(
              () -> {
                aborters.add(Thread.currentThread());
                aborted.countDown();
              });
          underWay.countDown();
          awaitWhateverComes(aborted);
          throw new IOException("socket closed");
        });
    CompletableFuture<ErrorCode> code = new CompletableFuture<>();
    Thread caller = new Thread(() -> code.complete(failure(client)));
    caller.start();
    underWay.await();
    caller.interrupt();
    caller.join();
    client.close();
    assertThat(code).isCompletedWithValue(ErrorCode.CANCELLED);
    assertThat(aborters)
        .singleElement()
        .extracting(Thread::getName)
        .asString()
        .startsWith("roster-abort-");
  }

  private static void awaitWhateverComes(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException ended) {
        // The transport of this driver does not react to it.
      }
    }
  }

  @Test
  void aCloseRunsAllActionsAtTheSameTime() throws Exception {
    int calls = 5;
    CyclicBarrier allAborting = new CyclicBarrier(calls);
    CountDownLatch underWay = new CountDownLatch(calls);
    List<Thread> callers = new ArrayList<>();
    List<ErrorCode> codes = Collections.synchronizedList(new ArrayList<>());
    Lifetime lifetime = new Lifetime();
    for (int call = 0; call < calls; call++) {
      Thread caller = new Thread(() -> codes.add(endedBy(lifetime, underWay, allAborting)));
      caller.start();
      callers.add(caller);
    }
    underWay.await();
    lifetime.close();
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(codes).hasSize(calls).containsOnly(ErrorCode.CLIENT_CLOSED);
  }

  /** Its action returns when those of all other attempts run as well. */
  private static ErrorCode endedBy(
      Lifetime lifetime, CountDownLatch underWay, CyclicBarrier allAborting) {
    try {
      new Attempt(Duration.ofMinutes(5))
          .run(
              attempt -> {
                CountDownLatch aborted = new CountDownLatch(1);
                attempt.onAbort(
                    () -> {
                      awaitUnchecked(allAborting);
                      aborted.countDown();
                    });
                underWay.countDown();
                aborted.await();
                throw new IOException("socket closed");
              },
              lifetime);
      throw new AssertionError("it was not ended");
    } catch (AttemptAbortedException ended) {
      return ended.reason() == AbortReason.CLOSED ? ErrorCode.CLIENT_CLOSED : ErrorCode.UNKNOWN;
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }

  @Test
  void aCloseWaitsForAnActionThatHangsOnlyAShortTime() throws Exception {
    CountDownLatch testIsOver = new CountDownLatch(1);
    CountDownLatch aborting = new CountDownLatch(1);
    ScriptedDriver driver = new ScriptedDriver();
    RosterClient client = client(driver);
    CountDownLatch underWay = new CountDownLatch(1);
    driver.then(
        attempt -> {
          attempt.onAbort(
              () -> {
                aborting.countDown();
                awaitUnchecked(testIsOver);
              });
          underWay.countDown();
          aborting.await();
          throw new IOException("socket closed");
        });
    CompletableFuture<ErrorCode> code = new CompletableFuture<>();
    Thread caller = new Thread(() -> code.complete(failure(client)));
    caller.start();
    underWay.await();
    client.close();
    caller.join();
    testIsOver.countDown();
    assertThat(code).isCompletedWithValue(ErrorCode.CLIENT_CLOSED);
    assertThat(driver.isClosed()).isTrue();
  }

  @Test
  void withoutAThreadTheActionRunsOnTheOneThatEndsTheAttempt() {
    List<Thread> aborters = new ArrayList<>();
    AbortThreads none = new AbortThreads(CountedThreads.refusingAfter(0));
    none.execute(() -> aborters.add(Thread.currentThread()));
    none.close();
    none.execute(() -> aborters.add(Thread.currentThread()));
    assertThat(aborters).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  @Test
  void thereAreNotMoreThreadsThanSoManyAndTheOthersWait() throws Exception {
    CountedThreads counted = CountedThreads.unlimited();
    AbortThreads aborts = new AbortThreads(counted);
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch run = new CountDownLatch(100);
    for (int action = 0; action < 100; action++) {
      aborts.execute(
          () -> {
            awaitUnchecked(slow);
            run.countDown();
          });
    }
    assertThat(counted.started()).hasSize(AbortThreads.MOST);
    slow.countDown();
    run.await();
    aborts.close();
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitUnchecked(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
