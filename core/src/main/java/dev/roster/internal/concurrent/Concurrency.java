package dev.roster.internal.concurrent;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/**
 * How many calls a run makes at a time, and on which threads.
 *
 * @param threads where the threads come from
 * @param calls the most calls at a time
 * @param context gives the work of a thread the context of the thread that starts the run
 */
public record Concurrency(WorkThreads threads, int calls, UnaryOperator<Runnable> context) {

  /**
   * Checks the number.
   *
   * @param threads where the threads come from
   * @param calls the most calls at a time
   * @param context gives the work of a thread the context of the thread that starts the run
   * @throws IllegalArgumentException if the number is less than 1
   */
  public Concurrency {
    if (calls < 1) {
      throw new IllegalArgumentException("concurrency must be 1 or more, but is " + calls);
    }
  }

  /**
   * Calls without the context of the thread that starts the run.
   *
   * @param threads where the threads come from
   * @param calls the most calls at a time
   */
  public Concurrency(WorkThreads threads, int calls) {
    this(threads, calls, UnaryOperator.identity());
  }

  /**
   * Threads of each run's own.
   *
   * @param threadName the beginning of their names
   * @param calls the most calls at a time
   * @return a concurrency
   */
  public static Concurrency ownThreads(String threadName, int calls) {
    return new Concurrency(WorkThreads.own(WorkerThreads.named(threadName)), calls);
  }

  /**
   * Another number of calls on the same threads.
   *
   * @param most the most calls at a time
   * @return a new concurrency
   * @throws IllegalArgumentException if the number is less than 1
   */
  public Concurrency withCalls(int most) {
    return new Concurrency(threads, most, context);
  }

  /**
   * As many calls on the threads of an application.
   *
   * @param executor gives the threads
   * @return a new concurrency
   */
  public Concurrency on(Executor executor) {
    Objects.requireNonNull(executor, "executor must not be null");
    return new Concurrency(WorkThreads.of(executor), calls, context);
  }

  /**
   * As many calls on the same threads, within the context of the thread that starts the run.
   *
   * @param carrying asked by that thread, before the run begins
   * @return a new concurrency
   */
  public Concurrency within(UnaryOperator<Runnable> carrying) {
    return new Concurrency(threads, calls, carrying);
  }

  /**
   * Makes calls, until all are made or one fails.
   *
   * @param all what is to be done
   */
  public void run(List<Runnable> all) {
    new ConcurrentCalls(this, all).run();
  }

  /**
   * The threads of one run, to be asked for by the thread that starts it.
   *
   * @param work what they do
   * @return no threads yet
   */
  public Workers workers(SharedWork work) {
    Runnable inContext = context.apply(work::work);
    return threads.workers(calls, new WorkInContext(work, inContext, Thread.currentThread()));
  }
}
