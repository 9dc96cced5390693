package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.directory.KnownNames;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why nothing is removed in a run: a rule, and what broke it. Immutable. */
public final class Refusal {

  /** Stands for the group in the reason of a refusal that is about one. */
  static final String GROUP = "{group}";

  private final RemovalRule rule;
  private final String reason;
  private final @Nullable GroupId group;

  private Refusal(RemovalRule rule, String reason, @Nullable GroupId group) {
    this.rule = Objects.requireNonNull(rule, "rule must not be null");
    this.reason = Objects.requireNonNull(reason, "reason must not be null");
    this.group = group;
  }

  /**
   * A refusal.
   *
   * @param rule the rule that is broken
   * @param reason what broke it: a sentence without its full stop, free of personal data
   * @return a new value
   */
  public static Refusal of(RemovalRule rule, String reason) {
    return new Refusal(rule, reason, null);
  }

  /** A refusal that is about a group, which {@link #GROUP} stands for in the reason. */
  static Refusal of(RemovalRule rule, GroupId group, String reason) {
    return new Refusal(rule, reason, group);
  }

  /** {@return the rule that is broken} */
  public RemovalRule rule() {
    return rule;
  }

  /** {@return what broke it, without names of people; it can have identifiers and line numbers} */
  public String reason() {
    return reason(KnownNames.none());
  }

  /**
   * What broke it, with the name beside the identifier of the group where it is known.
   *
   * @param names names to show
   * @return as {@link #reason()}
   */
  public String reason(KnownNames names) {
    return group == null ? reason : reason.replace(GROUP, names.label(group));
  }

  /** {@return the group that it is about; empty where it is about the whole run} */
  public Optional<GroupId> groupId() {
    return Optional.ofNullable(group);
  }

  /**
   * What an administrator needs: the reason, what it means for the run, and how to go on.
   *
   * @return three sentences
   */
  public String message() {
    return ("%s. Nothing is removed in this run; what is to be added is added. If this is right,"
            + " allow the rule %s for this run.")
        .formatted(reason(), rule.id());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Refusal that
        && rule == that.rule
        && reason().equals(that.reason())
        && Objects.equals(group, that.group);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, reason());
  }

  /** The rule and what broke it, in one line. */
  @Override
  public String toString() {
    return rule.id() + ": " + reason();
  }
}
