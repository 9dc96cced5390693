package dev.roster.campaign.calls;

import dev.roster.campaign.weather.Dice;
import dev.roster.reconcile.ReconcilePlan;
import java.util.Optional;

/** Plans that are cut on their way from one process to another. */
public final class PlanTexts {

  private PlanTexts() {}

  /** What is wrong where a cut text is taken for a plan; empty where all is right. */
  static Optional<String> cut(ReconcilePlan plan, Dice dice) {
    String text = plan.toText();
    if (!ReconcilePlan.parse(text).equals(plan)) {
      return Optional.of("a plan's text is another plan");
    }
    int missing = 1 + dice.below(Math.min(60, text.length() - 1));
    return isTakenForAnother(plan, text.substring(0, text.length() - missing))
        ? Optional.of(
            "a plan that was cut is taken: %d characters before its end".formatted(missing))
        : Optional.empty();
  }

  private static boolean isTakenForAnother(ReconcilePlan plan, String cut) {
    try {
      return !ReconcilePlan.parse(cut).equals(plan);
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
