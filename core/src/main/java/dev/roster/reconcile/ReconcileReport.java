package dev.roster.reconcile;

import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import dev.roster.directory.KnownNames;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of a plan: each change that was begun, and what is left to do. Immutable. */
public final class ReconcileReport {

  private final ReconcilePlan plan;
  private final BulkEnd end;
  private final List<ItemResult> additions;
  private final List<ItemResult> removals;

  ReconcileReport(
      ReconcilePlan plan, BulkEnd end, List<ItemResult> additions, List<ItemResult> removals) {
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
  public List<ItemResult> additions() {
    return additions;
  }

  /**
   * The removals that were begun.
   *
   * @return an unmodifiable list, in no order; those of the plan that are not in it were not begun
   */
  public List<ItemResult> removals() {
    return removals;
  }

  /**
   * The changes that another client had made since the plan was read, or an earlier run of the same
   * plan: {@link ItemStatus#ALREADY_PRESENT} and {@link ItemStatus#ALREADY_ABSENT}. A removal that
   * is among them says that the membership of the plan is gone; where the member was added again
   * meanwhile, that is another membership, which only a new plan sees.
   *
   * @return an unmodifiable list, in no order
   */
  public List<ItemResult> changedSincePlan() {
    return results(
        result ->
            result.status() == ItemStatus.ALREADY_PRESENT
                || result.status() == ItemStatus.ALREADY_ABSENT);
  }

  /**
   * The changes that were begun and failed, or whose result is unknown.
   *
   * @return an unmodifiable list, in no order; each has an error
   */
  public List<ItemResult> failures() {
    return results(result -> !result.status().isDone());
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
    return plan.keeping(
        change ->
            !(change.isRemoval() ? removed : added)
                .contains(new GroupMember(change.groupId(), change.memberId())));
  }

  private static Set<GroupMember> made(List<ItemResult> results) {
    return results.stream()
        .filter(result -> result.status().isDone())
        .map(ItemResult::item)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static long count(List<ItemResult> results) {
    return results.stream().filter(result -> result.status().isDone()).count();
  }

  private List<ItemResult> results(Predicate<ItemResult> wanted) {
    return Stream.concat(additions.stream(), removals.stream()).filter(wanted).toList();
  }

  /**
   * This as text: how the run ended and the counts, and each change that failed or was not made by
   * this run, with names beside the identifiers where they are known.
   *
   * @param names names to show
   * @return lines, each ended by a line feed
   */
  public String toText(KnownNames names) {
    StringBuilder text = new StringBuilder().append(this).append('\n');
    failures().forEach(result -> text.append(result.toText(names)).append('\n'));
    changedSincePlan().forEach(result -> text.append(result.toText(names)).append('\n'));
    return text.toString();
  }

  /** How the run ended and the counts, additions and removals apart, in one line. */
  @Override
  public String toString() {
    return ("%s: %d of %d additions and %d of %d removals made (%d of them not by this run),"
            + " %d failed, %d not begun")
        .formatted(
            end,
            count(additions),
            plan.additions(),
            count(removals),
            plan.removals(),
            changedSincePlan().size(),
            failures().size(),
            notBegun());
  }
}
