package dev.roster.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/** Where the threads of runs come from. */
@FunctionalInterface
public interface WorkThreads {

  /**
   * The threads of a run.
   *
   * @param most the most threads, at least 1
   * @param work what they do
   * @return no threads yet
   */
  Workers workers(int most, SharedWork work);

  /**
   * Threads of the run's own, gone at its end.
   *
   * @param factory makes them
   * @return a source for any number of runs
   */
  static WorkThreads own(ThreadFactory factory) {
    return (most, work) -> new WorkerThreads(factory, most, work);
  }

  /**
   * The calling thread and those of an executor, which is never shut down.
   *
   * @param executor runs the work
   * @return a source for any number of runs
   */
  static WorkThreads of(Executor executor) {
    return (most, work) -> new BorrowedThreads(executor, most, work);
  }
}
