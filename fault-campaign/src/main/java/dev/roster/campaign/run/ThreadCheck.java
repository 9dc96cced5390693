package dev.roster.campaign.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds threads of the library, and of what it uses, that outlive their client. A thread is in the
 * group of the thread that started it, so the threads of runs that go on at the same time are kept
 * apart by the group that each run has to itself.
 */
public final class ThreadCheck {

  private static final long PATIENCE_MILLIS = 60_000;
  private static final List<String> OWNED = List.of("roster-", "sdk-");

  /** One for all clients of the process: it goes when the last of them is closed. */
  private static final String SHARED = "idle-connection-reaper";

  private final ThreadGroup group;
  private final List<String> owned;
  private final Set<Thread> before;
  private final long patienceMillis;

  private ThreadCheck(ThreadGroup group, List<String> owned, long patienceMillis) {
    this.group = group;
    this.owned = owned;
    this.patienceMillis = patienceMillis;
    this.before = Set.copyOf(threads());
  }

  /** Of the run whose thread this is. */
  static ThreadCheck ofThisRun() {
    return ofThisRun(PATIENCE_MILLIS);
  }

  static ThreadCheck ofThisRun(long patienceMillis) {
    return new ThreadCheck(Thread.currentThread().getThreadGroup(), OWNED, patienceMillis);
  }

  /** Of all runs together, and of what they share. */
  static ThreadCheck ofAllRuns() {
    return ofAllRuns(PATIENCE_MILLIS);
  }

  static ThreadCheck ofAllRuns(long patienceMillis) {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return new ThreadCheck(
        root, Stream.concat(OWNED.stream(), Stream.of(SHARED)).toList(), patienceMillis);
  }

  /** What is left, in words; empty where nothing is. */
  Optional<String> left() throws InterruptedException {
    List<Thread> started = started();
    for (Thread thread : started) {
      thread.join(patienceMillis);
    }
    List<String> names = started.stream().filter(Thread::isAlive).map(Thread::getName).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("threads outlive the client: " + String.join(", ", names));
  }

  private List<Thread> started() {
    return threads().stream()
        .filter(thread -> !before.contains(thread) && isOwned(thread.getName()))
        .toList();
  }

  /** What the threads with a name do. */
  String stacks(String name) {
    return threads().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .map(thread -> ours(thread.getStackTrace()))
        .filter(frames -> !frames.isEmpty())
        .collect(Collectors.joining(" || "));
  }

  /** What a thread does of this project's; nothing where it rests in a pool. */
  private static String ours(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .map(StackTraceElement::toString)
        .filter(frame -> frame.contains("dev.roster"))
        .limit(4)
        .collect(Collectors.joining(" < "));
  }

  private boolean isOwned(String name) {
    return owned.stream().anyMatch(name::startsWith);
  }

  /** An array that is full may have had no place for more. */
  private List<Thread> threads() {
    Thread[] found = new Thread[2 * group.activeCount() + 16];
    int count = group.enumerate(found);
    while (count == found.length) {
      found = new Thread[2 * found.length];
      count = group.enumerate(found);
    }
    return List.of(Arrays.copyOf(found, count));
  }
}
