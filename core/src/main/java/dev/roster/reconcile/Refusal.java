package dev.roster.reconcile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why nothing is removed in a run: a rule, and what broke it. Immutable. */
public final class Refusal {

  private final RemovalRule rule;
  private final String reason;

  private Refusal(RemovalRule rule, String reason) {
    this.rule = rule;
    this.reason = reason;
  }

  /**
   * A refusal.
   *
   * @param rule the rule that is broken
   * @param reason what broke it: a sentence without its full stop, free of personal data
   * @return a new value
   */
  public static Refusal of(RemovalRule rule, String reason) {
    return new Refusal(
        Objects.requireNonNull(rule, "rule must not be null"),
        Objects.requireNonNull(reason, "reason must not be null"));
  }

  /** {@return the rule that is broken} */
  public RemovalRule rule() {
    return rule;
  }

  /** {@return what broke it, without names of people; it can have identifiers and line numbers} */
  public String reason() {
    return reason;
  }

  /**
   * What an administrator needs: the reason, what it means for the run, and how to go on.
   *
   * @return three sentences
   */
  public String message() {
    return ("%s. Nothing is removed in this run; what is to be added is added. If this is right,"
            + " allow the rule %s for this run.")
        .formatted(reason, rule.id());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Refusal that && rule == that.rule && reason.equals(that.reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, reason);
  }

  /** The rule and what broke it, in one line. */
  @Override
  public String toString() {
    return rule.id() + ": " + reason;
  }
}
