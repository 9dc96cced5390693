package dev.roster.benchmarks.server;

import java.util.concurrent.TimeUnit;

/** What the server saw since the start of a run. */
final class Counts {

  private long requests;
  private long throttled;
  private long connections;
  private long start;
  private final StringBuilder acceptedMillis = new StringBuilder();

  /** Long runs without a limit have more requests than a reader wants to see one by one. */
  private static final int MOST_TIMES = 20_000;

  void restart(long now) {
    requests = 0;
    throttled = 0;
    connections = 0;
    start = now;
    acceptedMillis.setLength(0);
  }

  void connected() {
    connections++;
  }

  void answered(boolean accepted, long now) {
    requests++;
    if (!accepted) {
      throttled++;
    } else if (requests < MOST_TIMES) {
      acceptedMillis.append(TimeUnit.NANOSECONDS.toMillis(now - start)).append(',');
    }
  }

  @Override
  public String toString() {
    return "requests=%d\nthrottled=%d\nconnections=%d\nacceptedMillis=%s\n"
        .formatted(requests, throttled, connections, acceptedMillis);
  }
}
