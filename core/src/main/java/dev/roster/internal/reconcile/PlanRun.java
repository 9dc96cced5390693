package dev.roster.internal.reconcile;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkProgress;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.reconcile.ChangeKind;
import dev.roster.reconcile.GroupChanges;
import dev.roster.reconcile.ReconcilePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries one plan out, once. */
public final class PlanRun {

  private final ReconcilePlan plan;
  private BulkMemberships bulk;
  private final @Nullable Duration deadline;
  private final BiConsumer<BulkProgress, BulkProgress> progress;
  private int itemsPerTurn = Integer.MAX_VALUE;
  private BiConsumer<ChangeKind, ItemResult> outcomes = (kind, result) -> {};
  private final List<ItemResult> added = new ArrayList<>();
  private final List<ItemResult> removed = new ArrayList<>();
  private BulkProgress additionsSoFar;

  /**
   * A run that has not begun.
   *
   * @param plan what is to be changed
   * @param bulk changes it
   * @param deadline the time for all of it; null for no limit
   * @param progress notified after each change of how far additions and removals have come
   */
  public PlanRun(
      ReconcilePlan plan,
      BulkMemberships bulk,
      @Nullable Duration deadline,
      BiConsumer<BulkProgress, BulkProgress> progress) {
    this.plan = plan;
    this.bulk = bulk.withGroupSizes(sizes(plan));
    this.deadline = deadline;
    this.progress = progress;
    this.additionsSoFar = BulkProgress.none(plan.additions());
  }

  /** As they were when the plan was read. */
  private static Map<GroupId, Long> sizes(ReconcilePlan plan) {
    return plan.groups().stream()
        .collect(Collectors.toUnmodifiableMap(GroupChanges::groupId, GroupChanges::membersPresent));
  }

  /**
   * The same with one call at a time for each group, and a listener that is notified before the
   * next.
   *
   * @param items the most changes of a group in a turn
   * @param listener notified of each change
   * @return this
   */
  public PlanRun inTurns(int items, BiConsumer<ChangeKind, ItemResult> listener) {
    itemsPerTurn = items;
    outcomes = listener;
    bulk = bulk.withOneCallPerGroup();
    return this;
  }

  /** {@return the additions that were begun} */
  public List<ItemResult> added() {
    return added;
  }

  /** {@return the removals that were begun} */
  public List<ItemResult> removed() {
    return removed;
  }

  /**
   * Makes the additions, then the removals.
   *
   * @return why it ended
   */
  public BulkEnd run() {
    Duration spent = Duration.ZERO;
    if (plan.additions() > 0) {
      BulkMemberships first =
          bulk.withExpectedItems(plan.additions()).withProgress(this::additionsAre);
      BulkSummary additions = first.add(additions(), this::wasAdded);
      if (additions.end() != BulkEnd.COMPLETED) {
        return additions.end();
      }
      spent = additions.elapsed();
    }
    return plan.removals() == 0 ? BulkEnd.COMPLETED : remove(spent);
  }

  /** Both parts share one deadline. */
  private BulkEnd remove(Duration spent) {
    BulkMemberships left = bulk.withExpectedItems(plan.removals()).withProgress(this::removalsAre);
    if (deadline != null) {
      Duration rest = deadline.minus(spent);
      if (rest.isZero() || rest.isNegative()) {
        return BulkEnd.DEADLINE_PASSED;
      }
      left = left.withDeadline(rest);
    }
    return left.removeMemberships(removals(), this::wasRemoved).end();
  }

  private void additionsAre(BulkProgress additions) {
    additionsSoFar = additions;
    progress.accept(additions, BulkProgress.none(plan.removals()));
  }

  private void removalsAre(BulkProgress removals) {
    progress.accept(additionsSoFar, removals);
  }

  private void wasAdded(ItemResult result) {
    added.add(result);
    outcomes.accept(ChangeKind.ADD, result);
  }

  private void wasRemoved(ItemResult result) {
    removed.add(result);
    outcomes.accept(ChangeKind.REMOVE, result);
  }

  private Iterator<GroupMember> additions() {
    return new GroupsByTurns<>(
        plan.groups().stream().map(PlanRun::additionsOf).toList(), itemsPerTurn);
  }

  private static List<GroupMember> additionsOf(GroupChanges group) {
    return group.additions().stream()
        .map(member -> new GroupMember(group.groupId(), member))
        .toList();
  }

  private Iterator<Membership> removals() {
    return new GroupsByTurns<>(
        plan.groups().stream().map(GroupChanges::removals).toList(), itemsPerTurn);
  }
}
