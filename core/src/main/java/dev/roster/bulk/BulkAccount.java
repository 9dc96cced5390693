package dev.roster.bulk;

import dev.roster.RosterException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts results and passes them on, one at a time. Thread-safe. */
final class BulkAccount {

  private final BulkSettings settings;
  private final Consumer<ItemResult> results;
  private final long start;
  private final AtomicReference<BulkEnd> end = new AtomicReference<>(BulkEnd.COMPLETED);
  private final Map<ItemStatus, Long> counts = new EnumMap<>(ItemStatus.class);
  private long done;
  private long failed;
  private long inARow;
  private @Nullable ItemResult firstFailure;
  private @Nullable RosterException lastInARow;

  BulkAccount(BulkSettings settings, Consumer<ItemResult> results) {
    this.settings = settings;
    this.results = results;
    this.start = settings.time().nanoTime();
  }

  /** Returns whether there is hope for other items. */
  synchronized boolean add(ItemResult result) {
    counts.merge(result.status(), 1L, Long::sum);
    if (result.status().isDone()) {
      done++;
    } else {
      failed++;
      firstFailure = firstFailure == null ? result : firstFailure;
    }
    BulkEnd verdict = result.error().map(this::judge).orElseGet(this::hopeful);
    end(verdict);
    results.accept(result);
    settings.progress().accept(new BulkProgress(done, failed, settings.total(), elapsed()));
    return verdict == BulkEnd.COMPLETED;
  }

  /** How the run ends by this failure; {@link BulkEnd#COMPLETED} while there is hope. */
  private BulkEnd judge(RosterException error) {
    return switch (FailureReach.of(error)) {
      case ALL -> BulkEnd.HOPELESS;
      case ITEM -> hopeful();
      case PERHAPS_ALL ->
          inARow(error) < settings.maxFailuresInARow()
              ? BulkEnd.COMPLETED
              : BulkEnd.TOO_MANY_FAILURES;
    };
  }

  /** A request that failed for all of its items is one failure. */
  private long inARow(RosterException error) {
    inARow += error == lastInARow ? 0 : 1;
    lastInARow = error;
    return inARow;
  }

  /** A response that is about the item shows that the service can be used. */
  private BulkEnd hopeful() {
    inARow = 0;
    lastInARow = null;
    return BulkEnd.COMPLETED;
  }

  /** The first reason counts. Waits for no other thread, not for a slow listener either. */
  void end(BulkEnd why) {
    end.compareAndSet(BulkEnd.COMPLETED, why);
  }

  synchronized BulkSummary summary() {
    BulkEnd why = Objects.requireNonNull(end.get(), "an end is never null");
    return new BulkSummary(counts, why, elapsed(), firstFailure);
  }

  private Duration elapsed() {
    return Duration.ofNanos(settings.time().nanoTime() - start);
  }
}
