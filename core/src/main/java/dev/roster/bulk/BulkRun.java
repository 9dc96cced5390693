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
  private final Object input = new Object();
  private volatile boolean stopped;
  private volatile @Nullable Throwable thrown;

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
    workers.start();
    boolean interrupted = false;
    try {
      if (!awaitEnd()) {
        stop(BulkEnd.DEADLINE_PASSED);
      }
    } catch (InterruptedException stopping) {
      interrupted = true;
      stop(BulkEnd.INTERRUPTED);
    }
    workers.join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow(thrown);
    return account.summary();
  }

  private boolean awaitEnd() throws InterruptedException {
    Duration deadline = settings.deadline();
    if (deadline == null) {
      workers.done().await();
      return true;
    }
    return settings.time().await(workers.done(), deadline);
  }

  private void stop(BulkEnd why) {
    account.end(why);
    stopped = true;
    workers.interrupt();
  }

  private void work() {
    try {
      for (T item = take(); item != null; item = take()) {
        ItemOutcome outcome = change.apply(item);
        // Whoever is told of the outcome must not be ended by what ended the call.
        boolean interrupted = Thread.interrupted();
        if (!account.add(outcome)) {
          stopped = true;
        }
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    } catch (RuntimeException | Error broken) {
      thrown = broken;
      stopped = true;
      workers.interrupt();
    }
  }

  private @Nullable T take() {
    synchronized (input) {
      return stopped || !items.hasNext()
          ? null
          : Objects.requireNonNull(items.next(), "items must not contain null");
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
