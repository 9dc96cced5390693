package dev.roster.campaign.calls;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.reconcile.GroupChanges;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalGuard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reconciliation of a group: plan, its text, and its changes. */
final class Reconciling {

  private final Step step;
  private final Items items;
  private @Nullable ReconcilePlan plan;
  private @Nullable ReconcileReport report;

  Reconciling(Step step) {
    this.step = step;
    this.items = new Items(step);
  }

  /**
   * What the group should be like.
   *
   * @param mode whether others than the desired members are removed
   * @param group the group
   * @param desired who should be in it
   * @param present who was in it
   */
  private record Aim(
      ReconcileMode mode, GroupId group, Set<MemberId> desired, Set<MemberId> present) {

    Set<MemberId> missing() {
      Set<MemberId> missing = new HashSet<>(desired);
      missing.removeAll(present);
      return missing;
    }

    Set<MemberId> tooMany() {
      Set<MemberId> tooMany = new HashSet<>(mode == ReconcileMode.EXCLUSIVE ? present : Set.of());
      tooMany.removeAll(desired);
      return tooMany;
    }
  }

  Judged make() throws InterruptedException {
    GroupId group = step.dice().of(step.plot().groups());
    List<GroupMember> pairs = step.plot().pairsOf(group);
    if (!step.scene().areSettled(pairs)) {
      return new Reads(step).make(Action.LIST_GROUP);
    }
    items.remember(pairs);
    Aim aim = aim(group, pairs);
    CallReport call = step.call(Action.RECONCILE, client -> run(client, aim));
    call.record().awaitArrivals();
    judge(call, pairs, aim);
    return items.judged(call);
  }

  private Aim aim(GroupId group, List<GroupMember> pairs) {
    ReconcileMode mode = step.dice().of(List.of(ReconcileMode.values()));
    Set<MemberId> desired = new HashSet<>(step.plot().users());
    desired.removeIf(user -> step.dice().chance(0.5));
    Set<MemberId> present = new HashSet<>();
    pairs.stream().filter(items::wasPresent).forEach(pair -> present.add(pair.memberId()));
    return new Aim(mode, group, desired, present);
  }

  private @Nullable ReconcileReport run(RosterClient client, Aim aim) {
    Reconciler reconciler =
        Reconciler.of(client)
            .withConcurrency(step.dice().between(1, 3))
            .withGuard(RemovalGuard.allowingAll());
    ReconcilePlan made = reconciler.plan(aim.mode(), aim.group(), aim.desired());
    plan = made;
    report = reconciler.apply(made);
    return report;
  }

  private void judge(CallReport call, List<GroupMember> pairs, Aim aim) {
    ReconcilePlan made = plan;
    if (made == null) {
      return;
    }
    if (pairs.stream().noneMatch(pair -> step.scene().wasDisturbedByOthers(pair, call))) {
      planned(made.groups().get(0), aim);
    }
    PlanTexts.cut(made, step.dice()).ifPresent(items::broke);
    ReconcileReport done = report;
    if (done != null) {
      applied(call, made, done);
    }
  }

  /** A plan has exactly the differences. */
  private void planned(GroupChanges changes, Aim aim) {
    same("adds", changes.additions(), aim.missing());
    same("removes", changes.removals().stream().map(Membership::memberId).toList(), aim.tooMany());
  }

  private void same(String does, List<? extends MemberId> planned, Set<MemberId> due) {
    if (!due.equals(new HashSet<MemberId>(planned))) {
      items.broke(
          "the plan %s other members than it should: %s, not %s".formatted(does, planned, due));
    }
  }

  private void applied(CallReport call, ReconcilePlan made, ReconcileReport done) {
    done.additions().forEach(outcome -> items.judge(call, outcome, true));
    done.removals().forEach(outcome -> items.judge(call, outcome, false));
    done.additions().forEach(items::reported);
    done.removals().forEach(items::reported);
    items.untakenIsUntouched(call, changed(made));
    allIsAccountedFor(made, done);
  }

  private void allIsAccountedFor(ReconcilePlan made, ReconcileReport done) {
    long accounted = done.additions().size() + done.removals().size() + done.notBegun();
    if (accounted != made.expectedCalls()) {
      items.broke(
          "the report miscounts: %d changes planned, %d accounted for"
              .formatted(made.expectedCalls(), accounted));
    }
  }

  private static List<GroupMember> changed(ReconcilePlan made) {
    List<GroupMember> changed = new ArrayList<>();
    for (GroupChanges group : made.groups()) {
      group.additions().forEach(member -> changed.add(new GroupMember(group.groupId(), member)));
      group.removals().forEach(membership -> changed.add(GroupMember.of(membership)));
    }
    return changed;
  }
}
