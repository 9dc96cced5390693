package dev.roster.bulk;

import dev.roster.NotFoundException;
import dev.roster.Resource;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts outcomes and passes them on, one at a time. Thread-safe. */
final class BulkAccount {

  private final BulkSettings settings;
  private final Consumer<ItemOutcome> outcomes;
  private final long start;
  private final Map<ItemResult, Long> counts = new EnumMap<>(ItemResult.class);
  private long done;
  private long failed;
  private BulkEnd end = BulkEnd.COMPLETED;
  private @Nullable RosterException firstError;

  BulkAccount(BulkSettings settings, Consumer<ItemOutcome> outcomes) {
    this.settings = settings;
    this.outcomes = outcomes;
    this.start = settings.time().nanoTime();
  }

  /** Returns whether there is hope for other items. */
  synchronized boolean add(ItemOutcome outcome) {
    counts.merge(outcome.result(), 1L, Long::sum);
    if (outcome.result().isDone()) {
      done++;
    } else {
      failed++;
    }
    RosterException error = outcome.error().orElse(null);
    firstError = firstError == null ? error : firstError;
    boolean hopeless = error != null && befallsAll(error);
    if (hopeless) {
      end(BulkEnd.HOPELESS);
    }
    outcomes.accept(outcome);
    settings.progress().accept(new BulkProgress(done, failed, settings.total(), elapsed()));
    return !hopeless;
  }

  /** The first reason counts. */
  synchronized void end(BulkEnd why) {
    end = end == BulkEnd.COMPLETED ? why : end;
  }

  synchronized BulkSummary summary() {
    return new BulkSummary(counts, end, elapsed(), firstError);
  }

  private Duration elapsed() {
    return Duration.ofNanos(settings.time().nanoTime() - start);
  }

  private static boolean befallsAll(RosterException error) {
    return switch (error.code()) {
      case UNAUTHENTICATED, CLOCK_SKEW, WRONG_ENDPOINT, CLIENT_CLOSED -> true;
      case NOT_FOUND ->
          error instanceof NotFoundException missing
              && missing.missing() == Resource.IDENTITY_STORE;
      default -> false;
    };
  }
}
