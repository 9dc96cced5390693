package dev.roster;

/**
 * What listeners of a client keep for each thread, such as the current span of a trace, and the
 * logging context (MDC), as they were on one thread at one moment. It goes along to every thread
 * that works for that one: those of asynchronous calls, of bulk runs, of reconciling, of queries
 * and of read-ahead, whether they are the library's own or an application's.
 *
 * <p>An application that makes calls on threads of its own can take it along too:
 *
 * <pre>{@code
 * ThreadContext context = ThreadContext.of(client);
 * executor.execute(context.around(() -> client.ensureMember(group, user)));
 * }</pre>
 *
 * <p>A listener gives its part with {@link CallListener#threadContext}. Thread-safe; can be opened
 * any number of times, also on several threads at once.
 */
@FunctionalInterface
public interface ThreadContext {

  /** Nothing to take along. */
  ThreadContext NONE = () -> () -> {};

  /**
   * The context of the calling thread, as the listeners of a client know it, and its logging
   * context.
   *
   * @param client any view of the client
   * @return never throws, whatever the listeners do
   */
  static ThreadContext of(RosterClient client) {
    return client.pipeline.threadContext();
  }

  /**
   * Sets the context on the calling thread.
   *
   * @return what sets back what was there before; to be closed on the same thread
   */
  Scope open();

  /**
   * The same work within this context.
   *
   * @param work runs on any thread
   * @return opens the context, runs the work and closes the context
   */
  default Runnable around(Runnable work) {
    if (this == NONE) {
      return work;
    }
    return () -> {
      Scope scope = open();
      try {
        work.run();
      } finally {
        scope.close();
      }
    };
  }

  /** A context that is set on a thread. */
  @FunctionalInterface
  interface Scope extends AutoCloseable {

    /** Sets back what was there before. */
    @Override
    void close();
  }
}
