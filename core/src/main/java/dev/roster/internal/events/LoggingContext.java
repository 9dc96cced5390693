package dev.roster.internal.events;

import dev.roster.ThreadContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The logging context (MDC) of a thread. A thread's own entries under other keys stay. */
record LoggingContext(Map<String, String> entries) implements ThreadContext {

  /** That of the calling thread. */
  static ThreadContext ofThisThread() {
    Map<String, String> entries = MDC.getCopyOfContextMap();
    return entries == null || entries.isEmpty() ? NONE : new LoggingContext(entries);
  }

  @Override
  public Scope open() {
    Map<String, String> before = MDC.getCopyOfContextMap();
    entries.forEach(MDC::put);
    return () -> restore(before);
  }

  private static void restore(@Nullable Map<String, String> before) {
    if (before == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(before);
    }
  }
}
