package dev.roster.bulk;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** How far a bulk run has come. Immutable. */
public final class BulkProgress {

  private final long done;
  private final long failed;
  private final OptionalLong total;
  private final Duration elapsed;

  BulkProgress(long done, long failed, OptionalLong total, Duration elapsed) {
    this.done = done;
    this.failed = failed;
    this.total = total;
    this.elapsed = elapsed;
  }

  /**
   * The items that are as they should be.
   *
   * @return zero or more
   */
  public long done() {
    return done;
  }

  /**
   * The items that failed or whose result is unknown.
   *
   * @return zero or more
   */
  public long failed() {
    return failed;
  }

  /**
   * All items.
   *
   * @return empty where the input does not say how many there are
   */
  public OptionalLong total() {
    return total;
  }

  /**
   * The time since the run began.
   *
   * @return zero or more
   */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * Items a second so far, failed ones included.
   *
   * @return zero or more; zero while no time has passed
   */
  public double rate() {
    return elapsed.isZero() ? 0 : (done + failed) * 1e9 / elapsed.toNanos();
  }

  /**
   * How long the rest will take at the rate so far.
   *
   * @return empty where the total is not known or there is no rate yet
   */
  public Optional<Duration> timeLeft() {
    double rate = rate();
    if (total.isEmpty() || rate == 0) {
      return Optional.empty();
    }
    long left = Math.max(0, total.getAsLong() - done - failed);
    return Optional.of(Duration.ofMillis(Math.round(left * 1e3 / rate)));
  }

  @Override
  public String toString() {
    String of = total.isPresent() ? " of " + total.getAsLong() : "";
    String left = timeLeft().map(time -> ", %s left".formatted(time)).orElse("");
    return "%d done, %d failed%s in %s, %.1f a second%s"
        .formatted(done, failed, of, elapsed, rate(), left);
  }
}
