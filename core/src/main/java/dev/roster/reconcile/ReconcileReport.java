package dev.roster.reconcile;

import dev.roster.Membership;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemOutcome;
import dev.roster.bulk.ItemResult;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of a plan: each change that was begun, and what is left to do. Immutable. */
public final class ReconcileReport {

  private final ReconcilePlan plan;
  private final BulkEnd end;
  private final List<ItemOutcome> additions;
  private final List<ItemOutcome> removals;

  ReconcileReport(
      ReconcilePlan plan, BulkEnd end, List<ItemOutcome> additions, List<ItemOutcome> removals) {
    this.plan = plan;
    this.end = end;
    this.additions = List.copyOf(additions);
    this.removals = List.copyOf(removals);
  }

  /**
   * The additions that were begun.
   *
   * @return an unmodifiable list, in no order; those of the plan that are not in it were not begun
   */
  public List<ItemOutcome> additions() {
    return additions;
  }

  /**
   * The removals that were begun.
   *
   * @return an unmodifiable list, in no order; those of the plan that are not in it were not begun
   */
  public List<ItemOutcome> removals() {
    return removals;
  }

  /**
   * The changes that another client had made since the plan was read, or an earlier run of the same
   * plan: {@link ItemResult#ALREADY_THERE} and {@link ItemResult#ALREADY_ABSENT}. A removal that is
   * among them says that the membership of the plan is gone; where the member was added again
   * meanwhile, that is another membership, which only a new plan sees.
   *
   * @return an unmodifiable list, in no order
   */
  public List<ItemOutcome> changedSincePlan() {
    return outcomes(
        outcome ->
            outcome.result() == ItemResult.ALREADY_THERE
                || outcome.result() == ItemResult.ALREADY_ABSENT);
  }

  /**
   * The changes that were begun and failed, or whose outcome is unknown.
   *
   * @return an unmodifiable list, in no order; each has an error
   */
  public List<ItemOutcome> failures() {
    return outcomes(outcome -> !outcome.result().isDone());
  }

  /**
   * How many changes were not begun, because the run ended before.
   *
   * @return zero or more
   */
  public long notBegun() {
    return plan.expectedCalls() - additions.size() - removals.size();
  }

  /**
   * Why the run ended.
   *
   * @return never null
   */
  public BulkEnd end() {
    return end;
  }

  /**
   * Whether every change of the plan is made.
   *
   * @return false where one failed, is unknown or was not begun
   */
  public boolean isComplete() {
    return notBegun() == 0 && failures().isEmpty();
  }

  /**
   * What is left to do: the plan without the changes that are made. It can be applied as any other
   * plan; so can the whole plan again, which finds what is made to be so.
   *
   * @return a plan of the same groups, with the members and fingerprints that they had when the
   *     first plan was read
   */
  public ReconcilePlan rest() {
    Set<GroupMember> added = made(additions);
    Set<GroupMember> removed = made(removals);
    return new ReconcilePlan(
        plan.provider(),
        plan.identityStoreId(),
        plan.mode(),
        plan.groups().stream().map(group -> rest(group, added, removed)).toList());
  }

  private static GroupChanges rest(
      GroupChanges group, Set<GroupMember> added, Set<GroupMember> removed) {
    return new GroupChanges(
        group.groupId(),
        group.membersPresent(),
        group.fingerprint(),
        group.additions().stream()
            .filter(member -> !added.contains(new GroupMember(group.groupId(), member)))
            .toList(),
        group.removals().stream()
            .filter((Membership removal) -> !removed.contains(GroupMember.of(removal)))
            .toList());
  }

  private static Set<GroupMember> made(List<ItemOutcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.result().isDone())
        .map(ItemOutcome::item)
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<ItemOutcome> outcomes(Predicate<ItemOutcome> wanted) {
    return Stream.concat(additions.stream(), removals.stream()).filter(wanted).toList();
  }

  /** How the run ended and the counts, in one line. */
  @Override
  public String toString() {
    int failed = failures().size();
    return "%s: %d of %d changes made (%d of them not by this run), %d failed, %d not begun"
        .formatted(
            end,
            additions.size() + removals.size() - failed,
            plan.expectedCalls(),
            changedSincePlan().size(),
            failed,
            notBegun());
  }
}
