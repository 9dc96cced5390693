package dev.roster.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Threads that outlive their client are found, and laid at the door of the run that left them. */
final class ThreadCheckTest {

  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void aThreadThatIsLeftIsThatOfTheRunThatStartedIt() throws Exception {
    FutureTask<Optional<String>> leaves = run(() -> start("roster-call-1"));
    FutureTask<Optional<String>> leavesNothing = run(() -> {});

    assertThat(leavesNothing.get()).isEmpty();
    assertThat(leaves.get()).contains("threads outlive the client: roster-call-1");
    end.countDown();
  }

  @Test
  void whatAThreadOfTheRunStartsIsTheRunsToo() throws Exception {
    FutureTask<Optional<String>> leaves =
        run(() -> join(new Thread(() -> start("sdk-ScheduledExecutor-1"), "own")));

    assertThat(leaves.get()).contains("threads outlive the client: sdk-ScheduledExecutor-1");
    end.countDown();
  }

  @Test
  void threadsOfOthersAreNotTheLibrarys() throws Exception {
    assertThat(run(() -> start("OkHttp TaskRunner")).get()).isEmpty();
    end.countDown();
  }

  @Test
  void whatAllRunsShareIsLookedForWhenAllAreOver() throws Exception {
    ThreadCheck all = ThreadCheck.ofAllRuns(1);
    assertThat(run(() -> start("idle-connection-reaper")).get()).isEmpty();

    assertThat(all.left()).contains("threads outlive the client: idle-connection-reaper");
    end.countDown();
  }

  /** What a run of this work, in a group of its own, finds left. */
  private static FutureTask<Optional<String>> run(Runnable work) {
    FutureTask<Optional<String>> run =
        new FutureTask<>(
            () -> {
              ThreadCheck check = ThreadCheck.ofThisRun(1);
              work.run();
              return check.left();
            });
    new Thread(new ThreadGroup("run"), run, "run").start();
    return run;
  }

  private void start(String name) {
    Thread thread = new Thread(this::awaitEnd, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void join(Thread thread) {
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException over) {
      throw new IllegalStateException(over);
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException over) {
      // The test is over.
    }
  }
}
