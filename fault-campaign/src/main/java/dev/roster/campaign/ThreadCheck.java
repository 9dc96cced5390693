package dev.roster.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds threads of the library, and of what it uses, that outlive their client. */
final class ThreadCheck {

  private static final long PATIENCE_MILLIS = 15_000;
  private static final List<String> OWNED = List.of("roster-", "sdk-", "idle-connection-reaper");

  private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());

  /** What is left, in words; empty where nothing is. */
  Optional<String> left() throws InterruptedException {
    List<Thread> started =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && isOwned(thread))
            .toList();
    for (Thread thread : started) {
      thread.join(PATIENCE_MILLIS);
    }
    String names =
        started.stream()
            .filter(Thread::isAlive)
            .map(Thread::getName)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of("threads outlive the client: " + names);
  }

  static String stacks(String name) {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getName().startsWith(name))
        .map(Map.Entry::getValue)
        .map(ThreadCheck::ours)
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

  private static boolean isOwned(Thread thread) {
    return OWNED.stream().anyMatch(thread.getName()::startsWith);
  }
}
