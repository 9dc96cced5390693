package dev.roster.internal.pacing;

import dev.roster.internal.pacing.PacingCell.Callers;
import dev.roster.internal.pacing.PacingCell.Disturbance;
import dev.roster.internal.pacing.PacingCell.Extra;
import dev.roster.internal.pacing.PacingCell.Start;
import java.util.List;
import java.util.function.Predicate;

/**
 * The classes of cells in which the law is known to miss a bound, each with the least that it must
 * reach there all the same. What is outside of them misses nothing.
 */
record PacingWeakness(String name, String bound, double least, Predicate<PacingCell> cells) {

  static final List<PacingWeakness> ALL =
      List.of(
          // Chance and a limit at once: a knock of two is wrong once in twelve, and each costs a
          // tenth.
          new PacingWeakness("chance", "used", 0.15, cell -> cell.disturbance().isRandom()),
          // The rest of each second is refused: a pause and the way back from it cost a tenth.
          new PacingWeakness(
              "refill smaller than rate",
              "used",
              0.8,
              cell -> cell.bySecond() && cell.burst() < cell.rate()),
          // A client with a small part of the limit needs a whole cycle to see that the rest is
          // free.
          new PacingWeakness(
              "more became free",
              "used",
              0.4,
              cell -> cell.starts() == Start.LEAVING || cell.disturbance() == Disturbance.DOUBLED),
          // Cuts of one client out of two at small buckets are deeper than the bucket can bridge.
          new PacingWeakness(
              "fast with small bucket",
              "used",
              0.8,
              cell -> cell.rate() >= 100 && cell.burst() < cell.rate()),
          // So few calls a minute that one of them is a tenth.
          new PacingWeakness("small ceiling", "used", 0.65, cell -> cell.ceiling() < 2),
          // Each throttled response on a bucket of one call costs a slow caller the next token too.
          new PacingWeakness("bucket of one", "used", 0.4, cell -> cell.burst() == 1),
          // Turns that callers miss while they rest are not made up for.
          new PacingWeakness("bursts", "used", 0.8, cell -> cell.callers() == Callers.BURSTS),
          // Shares move by a third for half a minute, and a minute is what a cell compares.
          new PacingWeakness("shares of a minute", "equal", 0.8, cell -> cell.callers() != null),
          // The knocks of a single caller come too late to meet an empty bucket: it is never cut.
          new PacingWeakness(
              "one caller each", "equal", 0.24, cell -> cell.callers().name().startsWith("SINGLE")),
          // Who was there first is fresh and knocks; who joins begins with a search.
          new PacingWeakness(
              "started apart",
              "equal",
              0.3,
              cell -> cell.starts() == Start.APART || cell.extra() == Extra.CEILING),
          // The same as for use, under chance.
          new PacingWeakness(
              "shares under chance", "equal", 0.2, cell -> cell.disturbance().isRandom()),
          // A search ended by chance, or a bucket that clients with one phase meet at once.
          new PacingWeakness(
              "lost at five a second",
              "lost",
              0.8,
              cell -> cell.callers() == Callers.FIVE_A_SECOND));

  /** Whether one of the known weaknesses explains a missed bound, by as much as it does. */
  static boolean explains(String bound, PacingCell cell, PacingCell.Result result) {
    for (PacingWeakness weakness : ALL) {
      boolean covers = weakness.bound.equals(bound) && weakness.cells.test(cell);
      if (covers && reached(bound, result) >= weakness.least) {
        return true;
      }
    }
    return false;
  }

  private static double reached(String bound, PacingCell.Result result) {
    return switch (bound) {
      case "used" -> result.used();
      case "equal" -> result.fairness();
      case "lost" -> 1 - (double) result.lost() / result.calls();
      default -> 0;
    };
  }
}
