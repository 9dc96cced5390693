package dev.roster.internal.events;

import dev.roster.ThreadContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contexts of several listeners as one. What one of them throws stops there: the work that it
 * is opened for is done in any case.
 */
final class SafeContext implements ThreadContext {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.CallListener");

  private final List<ThreadContext> contexts;

  SafeContext(List<ThreadContext> contexts) {
    this.contexts = List.copyOf(contexts);
  }

  @Override
  public Scope open() {
    Deque<Scope> opened = new ArrayDeque<>();
    for (ThreadContext context : contexts) {
      try {
        opened.push(context.open());
      } catch (Throwable broken) {
        LOG.warn("the context of a call listener could not be opened; the work goes on", broken);
      }
    }
    return () -> opened.forEach(SafeContext::close);
  }

  private static void close(Scope scope) {
    try {
      scope.close();
    } catch (Throwable broken) {
      LOG.warn("the context of a call listener could not be closed; the work goes on", broken);
    }
  }
}
