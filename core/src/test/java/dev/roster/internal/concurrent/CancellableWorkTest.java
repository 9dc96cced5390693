package dev.roster.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An interrupt reaches the work that it is for, or nothing. */
class CancellableWorkTest {

  private final CompletableFuture<String> promise = new CompletableFuture<>();
  private final AtomicInteger runs = new AtomicInteger();
  private final CancellableWork<String> work =
      new CancellableWork<>(
          () -> {
            runs.incrementAndGet();
            return "done";
          },
          promise);

  @Test
  void itIsDoneOnce() {
    work.run();
    work.run();
    assertThat(promise).isCompletedWithValue("done");
    assertThat(runs).hasValue(1);
  }

  @Test
  void cancelledBeforeItBeginsItNeverBegins() {
    work.cancel();
    work.run();
    assertThat(runs).hasValue(0);
    assertThat(promise).isNotDone();
  }

  @Test
  void whatHasBegunCannotBeKeptFromBeginning() {
    assertThat(work.cancelUnlessBegun()).isTrue();
    assertThat(work.cancelUnlessBegun()).isFalse();
    work.run();
    assertThat(runs).hasValue(0);
  }

  @Test
  void cancelledAfterItsEndItInterruptsNothing() {
    work.run();
    work.cancel();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** A thread whose interrupts are late: they land when the work has done all it had to do. */
  private static final class LateInterrupts extends Thread {

    private final CountDownLatch interrupting = new CountDownLatch(1);
    private final CountDownLatch workIsOver = new CountDownLatch(1);

    LateInterrupts(Runnable work) {
      super(work);
    }

    @Override
    public void interrupt() {
      interrupting.countDown();
      awaitUninterruptibly(workIsOver);
      super.interrupt();
    }
  }

  @Test
  void anInterruptThatComesWhenTheWorkIsOverStillFindsItAndLeavesNoFlag() throws Exception {
    AtomicBoolean interruptedAfterwards = new AtomicBoolean();
    AtomicBoolean interruptedInStage = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    LateInterrupts[] thread = new LateInterrupts[1];
    CancellableWork<String> slow =
        new CancellableWork<>(
            () -> {
              begun.countDown();
              awaitUninterruptibly(thread[0].interrupting);
              thread[0].workIsOver.countDown();
              return "done";
            },
            promise);
    CompletableFuture<?> stage =
        promise.whenComplete(
            (result, failure) -> interruptedInStage.set(Thread.currentThread().isInterrupted()));
    thread[0] =
        new LateInterrupts(
            () -> {
              slow.run();
              interruptedAfterwards.set(Thread.currentThread().isInterrupted());
            });
    thread[0].start();
    begun.await();

    slow.cancel();
    thread[0].join();

    assertThat(interruptedAfterwards).isFalse();
    assertThat(interruptedInStage).isFalse();
    assertThat(stage).isCompleted();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
