package dev.roster.bulk;

import dev.roster.RosterException;
import dev.roster.directory.KnownNames;
import dev.roster.internal.text.ReadableTime;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account of a bulk run. Immutable. */
public final class BulkSummary {

  private final Map<ItemStatus, Long> counts;
  private final BulkEnd end;
  private final Duration elapsed;
  private final @Nullable ItemResult firstFailure;

  BulkSummary(
      Map<ItemStatus, Long> counts,
      BulkEnd end,
      Duration elapsed,
      @Nullable ItemResult firstFailure) {
    this.counts = new EnumMap<>(counts);
    this.end = end;
    this.elapsed = elapsed;
    this.firstFailure = firstFailure;
  }

  /**
   * How many items came to a status.
   *
   * @param status the status
   * @return zero or more
   */
  public long count(ItemStatus status) {
    return counts.getOrDefault(status, 0L);
  }

  /**
   * The items that were taken from the input; each has one result. What was not taken is untouched.
   *
   * @return zero or more
   */
  public long taken() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Whether all items were taken and all are as they should be.
   *
   * @return false where one failed, is unknown or was not taken
   */
  public boolean isComplete() {
    return end == BulkEnd.COMPLETED
        && count(ItemStatus.FAILED) == 0
        && count(ItemStatus.UNKNOWN) == 0;
  }

  /**
   * Why the run ended.
   *
   * @return never null
   */
  public BulkEnd end() {
    return end;
  }

  /**
   * How long it took.
   *
   * @return zero or more
   */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * The error of the first item that failed.
   *
   * @return empty where none did
   */
  public Optional<RosterException> firstError() {
    return firstFailure().flatMap(ItemResult::error);
  }

  /**
   * The first item that failed or whose result is unknown.
   *
   * @return empty where all are done
   */
  public Optional<ItemResult> firstFailure() {
    return Optional.ofNullable(firstFailure);
  }

  /**
   * This in one line, and in another one the first failure, with names beside the identifiers where
   * they are known.
   *
   * @param names names to show
   * @return one line or two, without an end
   */
  public String toText(KnownNames names) {
    return firstFailure == null
        ? toString()
        : "%s\nfirst failure: %s".formatted(this, firstFailure.toText(names));
  }

  @Override
  public String toString() {
    return "%s after %s: %s".formatted(end, ReadableTime.of(elapsed), counts);
  }
}
