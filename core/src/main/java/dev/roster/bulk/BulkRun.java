package dev.roster.bulk;

import dev.roster.internal.concurrent.FirstFailure;
import dev.roster.internal.concurrent.SharedWork;
import dev.roster.internal.concurrent.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run: threads that take items, change them and account for each, until there is an end. */
final class BulkRun<T> {

  private final BulkSettings settings;
  private final ItemBatches<T> items;
  private final BiConsumer<List<T>, List<ItemResult>> change;
  private final BulkAccount account;
  private final Workers workers;
  private final CallsUnderWay calls;
  private final GroupTurns turns;
  private final FirstFailure failure = new FirstFailure();
  private final Object input = new Object();
  private final AtomicInteger takers = new AtomicInteger();
  private final AtomicLong taken = new AtomicLong();
  private volatile boolean stopped;
  private volatile boolean ended;

  /**
   * A run.
   *
   * @param change changes the items of a batch, and adds to the list what they came to; what it has
   *     added counts, whatever it throws
   */
  BulkRun(
      BulkSettings settings,
      ItemBatches<T> items,
      BiConsumer<List<T>, List<ItemResult>> change,
      Consumer<ItemResult> results) {
    this.settings = settings;
    this.items = items;
    this.change = change;
    this.account = new BulkAccount(settings, results);
    this.workers = settings.concurrency().workers(new Sharing());
    this.calls = new CallsUnderWay(workers::interruptedFromOutside);
    this.turns = new GroupTurns(settings.oneCallPerGroup());
  }

  BulkSummary run() {
    if (Thread.currentThread().isInterrupted()) {
      account.end(BulkEnd.INTERRUPTED);
      return account.summary();
    }
    boolean interrupted = false;
    try {
      interrupted = workers.run(settings.time(), settings.deadline());
    } catch (Throwable broken) {
      fail(broken);
    }
    workers.join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    failure.rethrow();
    return account.summary();
  }

  /** What each thread does. */
  private final class Sharing implements SharedWork {

    @Override
    public void work() {
      BulkRun.this.work();
    }

    @Override
    public void interrupted() {
      end(BulkEnd.INTERRUPTED);
    }

    @Override
    public void deadlinePassed() {
      end(BulkEnd.DEADLINE_PASSED);
    }
  }

  private void end(BulkEnd why) {
    account.end(why);
    ended = true;
    stopped = true;
    calls.end();
  }

  private void work() {
    try {
      for (List<T> batch = take(); batch != null; batch = take()) {
        make(batch);
      }
    } catch (Throwable broken) {
      fail(broken);
    }
  }

  private void make(List<T> batch) {
    try {
      startAnother();
      if (!isCalledOff()) {
        change(batch);
      }
    } finally {
      turns.end(items.groupOf(batch));
    }
  }

  private void change(List<T> batch) {
    List<ItemResult> known = new ArrayList<>();
    try {
      calls.make(
          () -> {
            change.accept(batch, known);
            return known;
          });
    } finally {
      account(known);
    }
  }

  /**
   * A run can have been stopped while another thread was started. Where what a listener writes is
   * to be complete, nothing begins then, as {@link #inTurn} has it.
   */
  private boolean isCalledOff() {
    return settings.oneCallPerGroup() && stopped;
  }

  /**
   * Whoever makes a call cannot read on, so there is another thread where none waits to do so. The
   * items of a thread that cannot start one are changed and accounted for all the same, but where a
   * group has one call at a time.
   */
  private void startAnother() {
    try {
      if (takers.get() == 0 && taken.get() != settings.total().orElse(-1)) {
        workers.startAnother();
      }
    } catch (Throwable broken) {
      fail(broken);
    }
  }

  /** A listener that fails for one item is notified of the others that were changed with it. */
  private void account(List<ItemResult> results) {
    for (ItemResult result : results) {
      try {
        account(result);
      } catch (Throwable broken) {
        fail(broken);
      }
    }
  }

  /** Whoever waits to account for another item finds the run stopped then, and takes no more. */
  private void account(ItemResult result) {
    synchronized (account) {
      boolean hope = false;
      try {
        hope = account.add(result);
      } finally {
        if (!hope) {
          stopped = true;
        }
      }
    }
  }

  private @Nullable List<T> take() {
    takers.incrementAndGet();
    synchronized (input) {
      try {
        return stopped ? null : calls.make(this::next);
      } catch (Throwable broken) {
        // An input that has failed is not read again, by no other thread either.
        stopped = true;
        // An input that was ended with the run, such as a listing, is no failure of the input.
        if (ended && !(broken instanceof Error)) {
          return null;
        }
        throw broken;
      } finally {
        takers.decrementAndGet();
      }
    }
  }

  private @Nullable List<T> next() {
    List<T> batch = items.next();
    taken.addAndGet(batch == null ? 0 : batch.size());
    return batch == null ? null : inTurn(batch);
  }

  /** A run can have been stopped while a group's turn was awaited. */
  private @Nullable List<T> inTurn(List<T> batch) {
    boolean waited = turns.begin(items.groupOf(batch));
    if (!waited || !stopped) {
      return batch;
    }
    turns.end(items.groupOf(batch));
    return null;
  }

  /** No other item is taken; calls under way are not ended, so that their results are known. */
  private void fail(Throwable broken) {
    stopped = true;
    failure.add(broken);
  }
}
