package dev.roster.bulk;

import dev.roster.TimeSource;
import dev.roster.internal.concurrent.Concurrency;
import dev.roster.internal.text.ReadableTime;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a run goes about its work. */
record BulkSettings(
    Concurrency concurrency,
    @Nullable Duration deadline,
    long maxFailuresInARow,
    Consumer<BulkProgress> progress,
    OptionalLong total,
    TimeSource time,
    boolean oneCallPerGroup) {

  /** Means "never", and does not overflow a clock in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  static final BulkSettings DEFAULTS =
      new BulkSettings(
          Concurrency.ownThreads("roster-bulk", BulkMemberships.DEFAULT_CONCURRENCY),
          null,
          BulkMemberships.DEFAULT_MAX_FAILURES_IN_A_ROW,
          any -> {},
          OptionalLong.empty(),
          TimeSource.system(),
          false);

  BulkSettings withConcurrency(Concurrency calls) {
    return new BulkSettings(
        calls, deadline, maxFailuresInARow, progress, total, time, oneCallPerGroup);
  }

  BulkSettings withDeadline(Duration allowed) {
    if (allowed.isZero() || allowed.isNegative()) {
      throw new IllegalArgumentException(
          "deadline must be positive, but is " + ReadableTime.of(allowed));
    }
    Duration bounded = allowed.compareTo(LONGEST) > 0 ? LONGEST : allowed;
    return new BulkSettings(
        concurrency, bounded, maxFailuresInARow, progress, total, time, oneCallPerGroup);
  }

  BulkSettings withProgress(Consumer<BulkProgress> listener) {
    Objects.requireNonNull(listener, "listener must not be null");
    return new BulkSettings(
        concurrency, deadline, maxFailuresInARow, listener, total, time, oneCallPerGroup);
  }

  BulkSettings withMaxFailuresInARow(long failures) {
    if (failures < 1) {
      throw new IllegalArgumentException(
          "max failures in a row must be 1 or more, but is " + failures);
    }
    return new BulkSettings(
        concurrency, deadline, failures, progress, total, time, oneCallPerGroup);
  }

  BulkSettings withTotal(long items) {
    if (items < 0) {
      throw new IllegalArgumentException("expected items must not be negative, but is " + items);
    }
    OptionalLong known = OptionalLong.of(items);
    return new BulkSettings(
        concurrency, deadline, maxFailuresInARow, progress, known, time, oneCallPerGroup);
  }

  BulkSettings withTime(TimeSource source) {
    Objects.requireNonNull(source, "time source must not be null");
    return new BulkSettings(
        concurrency, deadline, maxFailuresInARow, progress, total, source, oneCallPerGroup);
  }

  BulkSettings withOneCallPerGroup() {
    return new BulkSettings(concurrency, deadline, maxFailuresInARow, progress, total, time, true);
  }

  @Override
  public String toString() {
    return "concurrency=%d, deadline=%s, maxFailuresInARow=%d"
        .formatted(concurrency.calls(), deadline, maxFailuresInARow);
  }
}
