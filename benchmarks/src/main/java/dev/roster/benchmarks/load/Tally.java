package dev.roster.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What became of the calls of one process. Thread-safe. */
final class Tally {

  private final long start = System.nanoTime();
  private final List<Long> doneMillis = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private long slowestNanos;
  private long lastNanos = start;

  synchronized void done(long began) {
    doneMillis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    ended(began);
  }

  synchronized void failed(long began, Throwable failure) {
    failures.add(failure.toString());
    ended(began);
  }

  private void ended(long began) {
    lastNanos = System.nanoTime();
    slowestNanos = Math.max(slowestNanos, lastNanos - began);
  }

  /** The figures; the first failure goes to standard error. */
  synchronized Figures figures() {
    failures.stream().limit(1).forEach(System.err::println);
    return new Figures()
        .with("wallSeconds", (lastNanos - start) / 1e9)
        .with("failed", failures.size())
        .with("slowestSeconds", slowestNanos / 1e9)
        .with("doneMillis", doneMillis);
  }
}
