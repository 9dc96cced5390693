package dev.roster.conformance.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Remembers which threads there were, to find those that were left behind. */
public final class ThreadWatch {

  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Set<Thread> before = running();
  private final Duration patience;

  public ThreadWatch(Duration patience) {
    this.patience = patience;
  }

  /** Waits for the end of every thread started since, except those that rightly live on. */
  public void requireNoneLeft(Predicate<Thread> livesOn) throws InterruptedException {
    List<Thread> started = startedSince().filter(livesOn.negate()).toList();
    for (Thread thread : started) {
      thread.join(patience.toMillis());
    }
    assertThat(started.stream().filter(Thread::isAlive))
        .as("threads that outlive the client that started them")
        .isEmpty();
  }

  private Stream<Thread> startedSince() {
    return running().stream()
        .filter(thread -> !before.contains(thread) && !isOfThePlatform(thread));
  }

  private static Set<Thread> running() {
    return Set.copyOf(Thread.getAllStackTraces().keySet());
  }

  /** Carriers of virtual threads, the common pool and its timers belong to no test. */
  private static boolean isOfThePlatform(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    String name = thread.getName();
    return name.startsWith("ForkJoinPool.commonPool-")
        || name.equals("CompletableFutureDelayScheduler")
        || group == null
        || !Thread.currentThread().getThreadGroup().parentOf(group);
  }
}
