package dev.roster.reconcile;

import dev.roster.IdentityStoreId;
import java.util.List;
import java.util.Objects;

/**
 * The differences between groups as they were read and as they shall be: a value to print, keep,
 * review and hand to {@link Reconciler#apply}, in this process or another.
 *
 * @param provider the short name of the provider that it was read with
 * @param identityStoreId the store of the groups
 * @param mode whether members who are not desired are removed
 * @param groups the groups, each once, also those that are as desired already; unmodifiable
 */
public record ReconcilePlan(
    String provider,
    IdentityStoreId identityStoreId,
    ReconcileMode mode,
    List<GroupChanges> groups) {

  /**
   * Checks and copies.
   *
   * @param provider the short name of the provider
   * @param identityStoreId the store of the groups
   * @param mode whether members who are not desired are removed
   * @param groups the groups
   * @throws IllegalArgumentException if a group is there twice, or an additive plan removes
   *     somebody
   */
  public ReconcilePlan {
    Objects.requireNonNull(provider, "provider must not be null");
    Objects.requireNonNull(identityStoreId, "identity store id must not be null");
    Objects.requireNonNull(mode, "mode must not be null");
    groups = List.copyOf(groups);
    if (groups.stream().map(GroupChanges::groupId).distinct().count() != groups.size()) {
      throw new IllegalArgumentException("a plan has each group once, but one is there twice");
    }
    if (mode == ReconcileMode.ADDITIVE
        && groups.stream().anyMatch(group -> !group.removals().isEmpty())) {
      throw new IllegalArgumentException("an additive plan removes nobody, but this one does");
    }
  }

  /**
   * Reads a plan that {@link #toText} wrote.
   *
   * @param text the lines; they may end with a carriage return, and the last need not end at all
   * @return an equal plan
   * @throws IllegalArgumentException if the text is cut short, altered so that its counts are
   *     wrong, or of another version; the message names the line and what is expected there
   */
  public static ReconcilePlan parse(String text) {
    return new PlanReader(text).read();
  }

  /**
   * This plan as text, one change a line, with fields separated by tabs, which no identifier can
   * contain. The form is stable: versions to come read what this one writes.
   *
   * <ul>
   *   <li>{@code roster-plan}, and the version of the form, {@value PlanText#VERSION};
   *   <li>{@code store}, the provider, the store;
   *   <li>{@code mode}, {@code additive} or {@code exclusive};
   *   <li>{@code groups}, the number of groups;
   *   <li>for each group {@code group}, its id, how many members it had, their fingerprint, the
   *       number of additions and that of removals, followed by
   *   <li>as many lines {@code add}, group, member, and
   *   <li>as many lines {@code remove}, group, member, membership.
   * </ul>
   *
   * @return lines, each ended by a line feed
   */
  public String toText() {
    return PlanText.of(this);
  }

  /**
   * How many members are added, over all groups.
   *
   * @return zero or more
   */
  public long additions() {
    return groups.stream().mapToLong(group -> group.additions().size()).sum();
  }

  /**
   * How many memberships are removed, over all groups.
   *
   * @return zero or more
   */
  public long removals() {
    return groups.stream().mapToLong(group -> group.removals().size()).sum();
  }

  /**
   * How many calls it takes to carry it out if nothing goes wrong: one for each change.
   *
   * @return zero or more
   */
  public long expectedCalls() {
    return additions() + removals();
  }

  /**
   * Whether everything is as desired already.
   *
   * @return whether there is no change
   */
  public boolean isEmpty() {
    return expectedCalls() == 0;
  }

  /** How many changes, in one line; {@link #toText} has each. */
  @Override
  public String toString() {
    return "%s plan for %d groups of %s://%s: add %d, remove %d"
        .formatted(
            PlanText.name(mode), groups.size(), provider, identityStoreId, additions(), removals());
  }
}
