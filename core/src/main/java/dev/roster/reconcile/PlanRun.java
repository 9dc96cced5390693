package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkProgress;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries one plan out, once. */
final class PlanRun {

  private final ReconcilePlan plan;
  private BulkMemberships bulk;
  private final @Nullable Duration deadline;
  private final Consumer<ReconcileProgress> progress;
  private int itemsPerTurn = Integer.MAX_VALUE;
  private Consumer<ChangeOutcome> outcomes = any -> {};
  private final List<ItemResult> added = new ArrayList<>();
  private final List<ItemResult> removed = new ArrayList<>();
  private BulkProgress additionsSoFar;

  PlanRun(
      ReconcilePlan plan,
      BulkMemberships bulk,
      @Nullable Duration deadline,
      Consumer<ReconcileProgress> progress) {
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

  /** One call at a time for each group, and a listener that is notified before the next. */
  PlanRun inTurns(int items, Consumer<ChangeOutcome> listener) {
    itemsPerTurn = items;
    outcomes = listener;
    bulk = bulk.withOneCallPerGroup();
    return this;
  }

  ReconcileReport run() {
    return new ReconcileReport(plan, changeAll(), added, removed);
  }

  private BulkEnd changeAll() {
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
    progress.accept(new ReconcileProgress(additions, BulkProgress.none(plan.removals())));
  }

  private void removalsAre(BulkProgress removals) {
    progress.accept(new ReconcileProgress(additionsSoFar, removals));
  }

  private void wasAdded(ItemResult result) {
    added.add(result);
    outcomes.accept(ChangeOutcome.of(ChangeKind.ADD, result));
  }

  private void wasRemoved(ItemResult result) {
    removed.add(result);
    outcomes.accept(ChangeOutcome.of(ChangeKind.REMOVE, result));
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
