package dev.roster.reconcile;

import java.util.Arrays;
import java.util.Locale;

/**
 * A reason for which nothing is removed until a person has looked. What is to be added is added all
 * the same. Each can be allowed for one run, by name, and there is no way to allow all at once. New
 * rules may be added, so a {@code switch} needs a default.
 */
public enum RemovalRule {
  /** The source failed before all of it was read. */
  SOURCE_FAILED,
  /**
   * The source ended before its end: in the middle of a line, or with fewer rows than announced.
   */
  SOURCE_ENDED_EARLY,
  /** The source has no member at all. */
  SOURCE_EMPTY,
  /** The source has rows that cannot be read. */
  ROWS_UNREADABLE,
  /** The store has no user or group of a name that the source has. */
  NAMES_UNMATCHED,
  /** A name of the source can be several users or groups. */
  NAMES_AMBIGUOUS,
  /** The source has far fewer members than at the last run. */
  SOURCE_SHRANK,
  /** The plan removes more memberships than are allowed for a run. */
  TOO_MANY_REMOVALS,
  /** The plan removes a larger share of all memberships of its groups than is allowed for a run. */
  TOO_LARGE_SHARE,
  /** The plan removes more memberships of a group than are allowed. */
  TOO_MANY_REMOVALS_OF_GROUP,
  /** The plan removes a larger share of a group than is allowed. */
  TOO_LARGE_SHARE_OF_GROUP,
  /** There is no record of earlier runs. */
  STATE_MISSING,
  /** The record of earlier runs is damaged, or is one of another store. */
  STATE_BROKEN,
  /** Groups of a reviewed plan were changed by others since the plan was made. */
  PLAN_STALE,
  /** An addition of the same run failed because the store does not know the user or the group. */
  ADDITIONS_FAILED;

  /**
   * The rule as it is written in messages, options and files.
   *
   * @return lower-case words joined by hyphens, for example {@code source-empty}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The rule of an {@link #id}.
   *
   * @param id lower-case words joined by hyphens
   * @return the rule
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  public static RemovalRule of(String id) {
    return Arrays.stream(values())
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no rule is called '%s'; there are %s"
                        .formatted(
                            id,
                            String.join(
                                ", ", Arrays.stream(values()).map(RemovalRule::id).toList()))));
  }

  @Override
  public String toString() {
    return id();
  }
}
