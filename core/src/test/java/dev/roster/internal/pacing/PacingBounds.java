package dev.roster.internal.pacing;

import dev.roster.internal.pacing.PacingCell.Callers;
import dev.roster.internal.pacing.PacingCell.Extra;
import dev.roster.internal.pacing.PacingCell.Start;
import java.util.ArrayList;
import java.util.List;

/** What every cell of the matrix is asked to keep, and which cells are exempt, with the reason. */
final class PacingBounds {

  private static final double PROMISED_SLACK = 0.05;
  private static final double LOST_SHARE = 1 / 500.0;
  private static final double USED = 0.9;
  private static final double USED_BY_CHANCE = 0.8;
  private static final double USED_OF_ONE_TOKEN = 0.7;
  private static final double EQUAL = 0.98;
  private static final int ENOUGH_TO_COMPARE = 100;

  private PacingBounds() {}

  /** The bounds that a cell is outside of; empty where it keeps them all. */
  static List<String> missed(PacingCell cell, PacingCell.Result result) {
    List<String> missed = new ArrayList<>();
    if (result.ceilingBroken() > PROMISED_SLACK) {
      missed.add("ceiling");
    }
    if (judgesLost(cell) && result.lost() > LOST_SHARE * result.calls()) {
      missed.add("lost");
    }
    if (judgesUse(cell) && result.used() < leastUse(cell)) {
      missed.add("used");
    }
    if (judgesShares(cell) && result.fairness() < EQUAL) {
      missed.add("equal");
    }
    return missed;
  }

  /**
   * Under a ceiling it is the user who loses calls; where callers ask for more than the limit,
   * which calls are lost is chance for an oracle too.
   */
  private static boolean judgesLost(PacingCell cell) {
    boolean overloaded =
        cell.callers() == Callers.FIVE_A_SECOND
            && cell.callers().most() * cell.count() > cell.limit();
    return cell.extra() != Extra.CEILING && !overloaded && !isSharedBucketOfOne(cell);
  }

  /**
   * Several clients on a bucket of one call need nine of ten throttled to use nine of ten; one
   * caller who was told to wait asks for nothing while it waits.
   */
  private static boolean judgesUse(PacingCell cell) {
    return !isSharedBucketOfOne(cell) && !isToldToWait(cell);
  }

  private static boolean isSharedBucketOfOne(PacingCell cell) {
    return cell.burst() == 1 && cell.count() > 1;
  }

  private static boolean isToldToWait(PacingCell cell) {
    return cell.extra() == Extra.RETRY_AFTER && cell.callers().name().startsWith("SINGLE");
  }

  private static double leastUse(PacingCell cell) {
    if (cell.burst() == 1) {
      return USED_OF_ONE_TOKEN;
    }
    return cell.disturbance().isRandom() ? USED_BY_CHANCE : USED;
  }

  /** Of few calls, shares are chance; and who rests most of the time takes no share. */
  private static boolean judgesShares(PacingCell cell) {
    boolean four = cell.count() == 4 && cell.starts() != Start.LEAVING && cell.burst() > 1;
    boolean many = cell.limit() * 60 / 4 >= ENOUGH_TO_COMPARE;
    return four && many && cell.callers() != Callers.BURSTS && !isToldToWait(cell);
  }
}
