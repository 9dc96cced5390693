package dev.roster.internal;

/**
 * The calls that were accepted since a throttled reply, which said that the server's bucket was
 * empty. Not thread-safe.
 */
final class AcceptedCalls {

  private static final double NANOS = 1e9;
  private static final int REMEMBERED = 256;
  private static final double SHORTEST_WINDOW = 0.1;

  private final long[] times = new long[REMEMBERED];
  private int count;

  void clear() {
    count = 0;
  }

  void add(long nanos) {
    if (count == Integer.MAX_VALUE) {
      return;
    }
    times[count % REMEMBERED] = nanos;
    count++;
  }

  int count() {
    return count;
  }

  /**
   * The lowest rate of refill that explains what was accepted until a throttled reply came.
   *
   * <p>While the bucket never filled up, that is what was accepted over the time. Where it did,
   * some of the refill was lost; but over no stretch of time can more have been accepted than a
   * full bucket and what was refilled meanwhile, which bounds the rate from below.
   *
   * @param since when the bucket was empty
   * @param now when it was empty again
   * @param burst the most that it can hold
   */
  double ratePerSecond(long since, long now, int burst) {
    double most = perSecond(since, now);
    int remembered = Math.min(count, REMEMBERED);
    for (int calls = burst + 3; calls <= remembered; calls++) {
      double seconds = (now - times[(count - calls) % REMEMBERED]) / NANOS;
      if (seconds >= SHORTEST_WINDOW) {
        most = Math.max(most, (calls - burst) / seconds);
      }
    }
    return most;
  }

  /**
   * The calls over the time.
   *
   * @param since when the time began
   * @param now when it ended
   */
  double perSecond(long since, long now) {
    return count / Math.max((now - since) / NANOS, 1 / NANOS);
  }

  /** The most that was accepted beyond a rate of refill, over any stretch up to the last call. */
  int beyond(double perSecond) {
    double most = 0;
    int remembered = Math.min(count, REMEMBERED);
    for (int calls = 1; calls <= remembered; calls++) {
      double seconds =
          (times[(count - 1) % REMEMBERED] - times[(count - calls) % REMEMBERED]) / NANOS;
      most = Math.max(most, calls - perSecond * seconds);
    }
    return (int) Math.ceil(most);
  }
}
