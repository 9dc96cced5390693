package dev.roster.bulk;

import dev.roster.internal.text.ReadableTime;
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
   * A run that has not begun.
   *
   * @param total all items
   * @return nothing done in no time
   */
  public static BulkProgress none(long total) {
    return new BulkProgress(0, 0, OptionalLong.of(total), Duration.ZERO);
  }

  /**
   * This run and the one after it together.
   *
   * @param next the run that begins when this one has ended
   * @return the sums; the total is known where both are
   */
  public BulkProgress followedBy(BulkProgress next) {
    OptionalLong both =
        total.isPresent() && next.total.isPresent()
            ? OptionalLong.of(total.getAsLong() + next.total.getAsLong())
            : OptionalLong.empty();
    return new BulkProgress(
        done + next.done, failed + next.failed, both, elapsed.plus(next.elapsed));
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

  /** The counts, the time, the rate and the time that is left. */
  @Override
  public String toString() {
    return counts() + " in " + pace();
  }

  /**
   * The counts in words, for a text that is about several runs.
   *
   * @return for example {@code 30 done, 2 failed of 100}
   */
  public String counts() {
    String of = total.isPresent() ? " of " + total.getAsLong() : "";
    return "%d done, %d failed%s".formatted(done, failed, of);
  }

  /**
   * The time, the rate and the time that is left, in words.
   *
   * @return for example {@code 1 min 36 s, 0.3 a second, 3 min 12 s left}
   */
  public String pace() {
    String left = timeLeft().map(time -> ", %s left".formatted(ReadableTime.of(time))).orElse("");
    return "%s, %.1f a second%s".formatted(ReadableTime.of(elapsed), rate(), left);
  }
}
