package dev.roster.bulk;

import dev.roster.spi.TimeSource;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a run goes about its work. */
record BulkSettings(
    int concurrency,
    @Nullable Duration deadline,
    Consumer<BulkProgress> progress,
    OptionalLong total,
    TimeSource time) {

  static final BulkSettings DEFAULTS =
      new BulkSettings(
          BulkMemberships.DEFAULT_CONCURRENCY,
          null,
          told -> {},
          OptionalLong.empty(),
          TimeSource.system());

  BulkSettings withConcurrency(int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException("concurrency must be 1 or more, but is " + calls);
    }
    return new BulkSettings(calls, deadline, progress, total, time);
  }

  BulkSettings withDeadline(Duration allowed) {
    if (allowed.isZero() || allowed.isNegative()) {
      throw new IllegalArgumentException("deadline must be positive, but is " + allowed);
    }
    return new BulkSettings(concurrency, allowed, progress, total, time);
  }

  BulkSettings withProgress(Consumer<BulkProgress> listener) {
    Objects.requireNonNull(listener, "listener must not be null");
    return new BulkSettings(concurrency, deadline, listener, total, time);
  }

  BulkSettings withTotal(OptionalLong items) {
    return new BulkSettings(concurrency, deadline, progress, items, time);
  }

  BulkSettings withTime(TimeSource source) {
    Objects.requireNonNull(source, "time source must not be null");
    return new BulkSettings(concurrency, deadline, progress, total, source);
  }

  @Override
  public String toString() {
    return "concurrency=%d, deadline=%s".formatted(concurrency, deadline);
  }
}
