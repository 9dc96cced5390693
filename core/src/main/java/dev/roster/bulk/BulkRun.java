package dev.roster.bulk;

import dev.roster.internal.WorkerThreads;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run: threads that take an item, change it and account for it, until there is an end. */
final class BulkRun<T> {

  private final BulkSettings settings;
  private final Iterator<T> items;
  private final Function<T, ItemOutcome> change;
  private final BulkAccount account;
  private final WorkerThreads workers;
  private final CallsUnderWay calls = new CallsUnderWay();
  private final Object input = new Object();
  private volatile boolean stopped;
  private volatile boolean ended;
  private @Nullable Throwable thrown;

  BulkRun(
      BulkSettings settings,
      Iterator<T> items,
      Function<T, ItemOutcome> change,
      Consumer<ItemOutcome> outcomes) {
    this.settings = settings;
    this.items = Objects.requireNonNull(items, "items must not be null");
    this.change = change;
    this.account = new BulkAccount(settings, outcomes);
    this.workers = new WorkerThreads("roster-bulk", settings.concurrency(), this::work);
  }

  BulkSummary run() {
    if (Thread.currentThread().isInterrupted()) {
      account.end(BulkEnd.INTERRUPTED);
      return account.summary();
    }
    workers.start();
    boolean interrupted = awaitEnd();
    workers.join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrowFailure();
    return account.summary();
  }

  /** Returns whether the calling thread was interrupted. */
  private boolean awaitEnd() {
    try {
      if (!awaitWorkers()) {
        end(BulkEnd.DEADLINE_PASSED);
      }
      return false;
    } catch (InterruptedException stopping) {
      end(BulkEnd.INTERRUPTED);
      return true;
    }
  }

  private boolean awaitWorkers() throws InterruptedException {
    Duration deadline = settings.deadline();
    if (deadline == null) {
      workers.done().await();
      return true;
    }
    return settings.time().await(workers.done(), deadline);
  }

  private void end(BulkEnd why) {
    account.end(why);
    ended = true;
    stopped = true;
    calls.end();
  }

  private void work() {
    try {
      for (T item = take(); item != null; item = take()) {
        T taken = item;
        account(calls.make(() -> change.apply(taken)));
      }
    } catch (RuntimeException | Error broken) {
      fail(broken);
    }
  }

  /** Whoever waits to account for another item finds the run stopped then, and takes no more. */
  private void account(ItemOutcome outcome) {
    synchronized (account) {
      boolean hope = false;
      try {
        hope = account.add(outcome);
      } finally {
        if (!hope) {
          stopped = true;
        }
      }
    }
  }

  private @Nullable T take() {
    synchronized (input) {
      try {
        return stopped ? null : calls.make(this::next);
      } catch (RuntimeException | Error broken) {
        // What has failed once is not asked again, by no other thread either.
        stopped = true;
        // An input that was ended with the run, such as a listing, is no failure of the input.
        if (ended && broken instanceof RuntimeException) {
          return null;
        }
        throw broken;
      }
    }
  }

  private @Nullable T next() {
    return items.hasNext()
        ? Objects.requireNonNull(items.next(), "items must not contain null")
        : null;
  }

  /** No other item is taken; calls under way are not ended, so that their outcomes are known. */
  private synchronized void fail(Throwable broken) {
    stopped = true;
    if (thrown == null) {
      thrown = broken;
    } else if (thrown != broken) {
      thrown.addSuppressed(broken);
    }
  }

  private synchronized void rethrowFailure() {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
