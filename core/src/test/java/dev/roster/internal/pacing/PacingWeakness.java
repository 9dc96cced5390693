package dev.roster.internal.pacing;

import dev.roster.internal.pacing.PacingCell.Callers;
import dev.roster.internal.pacing.PacingCell.Disturbance;
import dev.roster.internal.pacing.PacingCell.Extra;
import dev.roster.internal.pacing.PacingCell.Start;
import java.util.List;
import java.util.function.Predicate;

/**
 * The classes of cells in which the law is known to miss a bound, each with the reason, the least
 * that it must reach there all the same, and a cell that shows that the excuse is needed. What is
 * outside of them misses nothing.
 */
record PacingWeakness(
    String name, String bound, double least, PacingCell witness, Predicate<PacingCell> cells) {

  static final List<PacingWeakness> ALL =
      List.of(
          // Two calls of one client less than a response's jitter apart are throttled long before
          // the limit. A bucket that holds nothing tells collisions and limits apart for no law.
          new PacingWeakness(
              "bucket of one",
              "used",
              0.03,
              new PacingCell(
                  false,
                  1,
                  1000,
                  1,
                  Start.TOGETHER,
                  Callers.THREADS,
                  Disturbance.DOUBLED,
                  Extra.NOTHING),
              cell -> cell.burst() == 1),
          // The first knock of two after a limit is wrong once in twelve, and more often where a
          // bucket is small for the rate. Each mistake cuts the level.
          new PacingWeakness(
              "chance",
              "used",
              0.4,
              new PacingCell(
                  true,
                  40,
                  1000,
                  16,
                  Start.LEAVING,
                  Callers.SINGLE_20,
                  Disturbance.RANDOM_FROM_START,
                  Extra.NOTHING),
              cell ->
                  cell.disturbance().isRandom()
                      && (cell.bySecond() || cell.rate() >= 100 || cell.starts() == Start.LEAVING)),
          // What a second leaves unused is gone: such a bucket saves nothing for the end of a
          // cycle.
          new PacingWeakness(
              "refill smaller than rate",
              "used",
              0.85,
              new PacingCell(
                  true,
                  10,
                  100,
                  2,
                  Start.APART,
                  Callers.FIVE_A_SECOND,
                  Disturbance.OUTAGE_8,
                  Extra.CEILING),
              cell -> cell.bySecond() && cell.burst() < cell.rate()),
          // Growth meets a free limit only after a whole quiet cycle, which is what keeps throttled
          // responses rare.
          new PacingWeakness(
              "more became free",
              "used",
              0.8,
              new PacingCell(
                  false,
                  10,
                  1000,
                  2,
                  Start.LEAVING,
                  Callers.THREADS,
                  Disturbance.DOUBLED,
                  Extra.RETRY_AFTER),
              cell ->
                  (cell.rate() >= 20 || cell.bySecond())
                      && (cell.starts() == Start.LEAVING
                          || cell.disturbance() == Disturbance.DOUBLED)),
          // Sixteen that resume at the same moment are more than a bucket of ten holds.
          new PacingWeakness(
              "all resume at once",
              "used",
              0.8,
              new PacingCell(
                  false,
                  10,
                  100,
                  16,
                  Start.TOGETHER,
                  Callers.SINGLE_20,
                  Disturbance.IDLE,
                  Extra.CEILING),
              cell ->
                  cell.disturbance() == Disturbance.IDLE
                      && cell.extra() == Extra.CEILING
                      && cell.count() > cell.burst()),
          // One call in a minute and more: one of them is a tenth. Every law reaches the same.
          new PacingWeakness(
              "small ceiling",
              "used",
              0.65,
              new PacingCell(
                  true,
                  10,
                  5,
                  16,
                  Start.TOGETHER,
                  Callers.SINGLE_1,
                  Disturbance.OUTAGE_8,
                  Extra.CEILING),
              cell -> cell.ceiling() < 1),
          // A queue that grew in a disturbance needs more than the whole limit to shrink; what it
          // does not get rid of is lost five seconds later.
          new PacingWeakness(
              "callers ask for all there is",
              "lost",
              0.85,
              new PacingCell(
                  true,
                  10,
                  1000,
                  2,
                  Start.APART,
                  Callers.FIVE_A_SECOND,
                  Disturbance.OUTAGE_15,
                  Extra.NOTHING),
              PacingWeakness::asksForAll),
          // Shares move by a third for half a minute, and a minute is what a cell compares.
          new PacingWeakness(
              "shares of a minute",
              "equal",
              0.7,
              new PacingCell(
                  false,
                  200,
                  20,
                  4,
                  Start.APART,
                  Callers.THREADS,
                  Disturbance.OUTAGE_15,
                  Extra.RETRY_AFTER),
              cell -> cell.callers() == Callers.THREADS || asksForAll(cell)),
          // The same under chance: who is cut by mistake stays below for a cycle.
          new PacingWeakness(
              "shares under chance",
              "equal",
              0.5,
              new PacingCell(
                  true,
                  200,
                  100,
                  4,
                  Start.TOGETHER,
                  Callers.THREADS,
                  Disturbance.RANDOM_FROM_START,
                  Extra.NOTHING),
              cell -> cell.callers() == Callers.THREADS && cell.disturbance().isRandom()),
          // Who was there first has all its ceiling and was never throttled; whoever joins
          // searches.
          new PacingWeakness(
              "joins clients at their ceiling",
              "equal",
              0.7,
              new PacingCell(
                  true,
                  200,
                  1000,
                  4,
                  Start.APART,
                  Callers.THREADS,
                  Disturbance.OUTAGE_15,
                  Extra.CEILING),
              cell ->
                  cell.callers() == Callers.THREADS
                      && cell.starts() == Start.APART
                      && cell.extra() == Extra.CEILING
                      && cell.bySecond()),
          // The knocks of a single caller come too late to meet an empty bucket: it is never cut.
          new PacingWeakness(
              "one caller each",
              "equal",
              0.24,
              new PacingCell(
                  false,
                  200,
                  1000,
                  4,
                  Start.TOGETHER,
                  Callers.SINGLE_1,
                  Disturbance.IDLE,
                  Extra.NOTHING),
              cell -> cell.callers().name().startsWith("SINGLE")));

  private static final double NEARLY = 0.8;

  private static boolean asksForAll(PacingCell cell) {
    return cell.callers() == Callers.FIVE_A_SECOND
        && cell.callers().most() * cell.count() >= NEARLY * cell.limit();
  }

  /** Whether one of the known weaknesses explains a missed bound, by as much as it does. */
  static boolean explains(String bound, PacingCell cell, PacingCell.Result result) {
    return ALL.stream().anyMatch(each -> each.bound.equals(bound) && each.covers(cell, result));
  }

  boolean covers(PacingCell cell, PacingCell.Result result) {
    return cells.test(cell) && reached(result) >= least;
  }

  private double reached(PacingCell.Result result) {
    return switch (bound) {
      case "used" -> result.used();
      case "equal" -> result.fairness();
      case "lost" -> 1 - (double) result.lost() / result.calls();
      default -> 0;
    };
  }
}
