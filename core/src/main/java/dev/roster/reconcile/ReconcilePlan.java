package dev.roster.reconcile;

import dev.roster.IdentityStoreId;
import dev.roster.directory.KnownNames;
import dev.roster.internal.plan.PlanReader;
import dev.roster.internal.plan.PlanText;
import dev.roster.internal.reconcile.RequestCosts;
import dev.roster.spi.ServiceTraits;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The differences between groups as they were read and as they should be: a value to print, keep,
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
   * @throws IllegalArgumentException if a group is there twice, or an additive plan removes members
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
      throw new IllegalArgumentException("an additive plan removes no member, but this one does");
    }
  }

  /**
   * Reads a plan exactly as {@link #toText} wrote it.
   *
   * @param text the lines; they may end with a carriage return, and the last need not end at all
   * @return an equal plan
   * @throws IllegalArgumentException if the text is cut short, altered in any way, or of another
   *     version; the message names the line and what is expected there
   */
  public static ReconcilePlan parse(String text) {
    return PlanReader.exact(text).read();
  }

  /**
   * Reads a plan that {@link #toText} wrote and from which lines were struck: single changes, or a
   * group with all of its changes. Each line that is left must be as it was written, and the last
   * line must be there.
   *
   * @param text the lines that are left; they may end with a carriage return, and the last need not
   *     end at all
   * @return the plan without what was struck; its own text has counts and an end of its own
   * @throws IllegalArgumentException if a line is added, altered or cut, the last one is missing,
   *     or the text is of another version; the message names the line and what is expected there
   */
  public static ReconcilePlan parseEdited(String text) {
    return PlanReader.edited(text).read();
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
   *       number of additions, that of removals, and a check, followed by
   *   <li>as many lines {@code add}, group, member, check, and
   *   <li>as many lines {@code remove}, group, member, membership, check;
   *   <li>{@code end}, the number of changes, and the SHA-256 of all lines before, each with its
   *       line feed, in UTF-8, as lower-case hexadecimal digits.
   * </ul>
   *
   * <p>A check is the first eight digits of the SHA-256 of the line's other fields and the lines
   * that it depends on. It is against accidents; it proves nothing about who wrote the text.
   *
   * @return lines, each ended by a line feed
   */
  public String toText() {
    return toText(KnownNames.none());
  }

  /**
   * As {@link #toText()}, with names beside the identifiers of groups and members where they are
   * known: a field before the check that begins with a number sign. What could be taken for a
   * field, a line or another direction of writing stands there escaped. The checks and the end
   * cover the names; {@link #parse} and {@link Reconciler#apply} go by the identifiers.
   *
   * @param names names to show to those who review the plan
   * @return lines, each ended by a line feed
   */
  public String toText(KnownNames names) {
    return PlanText.of(this, names);
  }

  /**
   * The checksum of this plan: the same for equal plans only. An approval or an audit names a plan
   * by it. The last line of {@link #toText()} ends with it; that of a text with names has another
   * one.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String checksum() {
    return PlanText.checksum(this);
  }

  /**
   * Every change, group by group: the additions of a group, then its removals.
   *
   * @return a new stream
   */
  public Stream<PlannedChange> changes() {
    return groups.stream().flatMap(GroupChanges::changes);
  }

  /**
   * The plan of some of the changes only. Its groups are the same, with the members and
   * fingerprints that they had.
   *
   * @param kept which changes stay
   * @return a plan with these changes and no others
   */
  public ReconcilePlan keeping(Predicate<PlannedChange> kept) {
    Objects.requireNonNull(kept, "kept must not be null");
    return new ReconcilePlan(
        provider,
        identityStoreId,
        mode,
        groups.stream().map(group -> group.keeping(kept)).toList());
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
   * How many calls it takes to carry it out if nothing goes wrong: one for each change. Where the
   * service takes several members in a request, {@link #expectedRequests} says how many those are.
   *
   * @return zero or more
   */
  public long expectedCalls() {
    return additions() + removals();
  }

  /**
   * How many requests it takes to carry it out if nothing goes wrong.
   *
   * @param traits of {@link dev.roster.RosterClient#traits()}: what the service takes in a request
   * @return zero or more
   */
  public long expectedRequests(ServiceTraits traits) {
    RequestCosts costs = new RequestCosts(traits);
    return groups.stream().mapToLong(costs::of).sum();
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
