package dev.roster.campaign;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipClient;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemOutcome;
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

  private final RunScene scene;
  private final Plot plot;
  private final Caller caller;
  private final CallChoices choices;
  private final Dice dice;
  private final Bulks items;
  private @Nullable ReconcilePlan plan;
  private @Nullable ReconcileReport report;

  Reconciling(
      RunScene scene, Plot plot, Caller caller, CallChoices choices, Dice dice, Bulks items) {
    this.scene = scene;
    this.plot = plot;
    this.caller = caller;
    this.choices = choices;
    this.dice = dice;
    this.items = items;
  }

  Judged make() throws InterruptedException {
    GroupId group = dice.of(plot.groups());
    List<GroupMember> pairs = plot.pairsOf(group);
    if (pairs.stream().anyMatch(pair -> !scene.ledger().isQuietSince(pair, scene.settledSince()))) {
      return new Reads(scene, plot, caller, choices, dice).make(Action.LIST_GROUP);
    }
    items.remember(pairs);
    ReconcileMode mode = dice.of(List.of(ReconcileMode.values()));
    Set<MemberId> desired = new HashSet<>(plot.users());
    desired.removeIf(user -> dice.chance(0.5));
    Set<GroupMember> present = present(pairs);
    CallReport call =
        caller.call(Action.RECONCILE, choices, client -> run(client, mode, group, desired));
    call.record().awaitArrivals();
    judge(call, pairs, mode, desired, present);
    return new Judged(call, items.broken());
  }

  private Set<GroupMember> present(List<GroupMember> pairs) {
    Set<GroupMember> present = new HashSet<>(pairs);
    present.removeIf(pair -> scene.ledger().now(pair).isEmpty());
    return present;
  }

  private @Nullable ReconcileReport run(
      MembershipClient client, ReconcileMode mode, GroupId group, Set<MemberId> desired) {
    Reconciler reconciler =
        Reconciler.of(client)
            .withConcurrency(dice.between(1, 3))
            .withGuard(RemovalGuard.allowingAll());
    ReconcilePlan made = reconciler.plan(mode, group, desired);
    plan = made;
    report = reconciler.apply(made);
    return report;
  }

  private void judge(
      CallReport call,
      List<GroupMember> pairs,
      ReconcileMode mode,
      Set<MemberId> desired,
      Set<GroupMember> present) {
    ReconcilePlan made = plan;
    if (made == null) {
      return;
    }
    if (pairs.stream().noneMatch(pair -> scene.wasDisturbedByOthers(pair, call))) {
      planned(made.groups().get(0), mode, desired, present);
    }
    PlanTexts.cut(made, dice).ifPresent(items.broken()::add);
    ReconcileReport done = report;
    if (done != null) {
      applied(call, made, done);
    }
  }

  /** A plan has exactly the differences. */
  private void planned(
      GroupChanges changes, ReconcileMode mode, Set<MemberId> desired, Set<GroupMember> present) {
    Set<MemberId> there = new HashSet<>();
    present.forEach(pair -> there.add(pair.memberId()));
    Set<MemberId> missing = new HashSet<>(desired);
    missing.removeAll(there);
    Set<MemberId> tooMany = new HashSet<>(mode == ReconcileMode.EXCLUSIVE ? there : Set.of());
    tooMany.removeAll(desired);
    if (!missing.equals(new HashSet<>(changes.additions()))) {
      items
          .broken()
          .add(
              "the plan adds other members than it should: %s, not %s"
                  .formatted(changes.additions(), missing));
    }
    Set<MemberId> removed = new HashSet<>();
    changes.removals().stream().map(Membership::memberId).forEach(removed::add);
    if (!tooMany.equals(removed)) {
      items
          .broken()
          .add(
              "the plan removes other members than it should: %s, not %s"
                  .formatted(removed, tooMany));
    }
  }

  private void applied(CallReport call, ReconcilePlan made, ReconcileReport done) {
    for (ItemOutcome outcome : done.additions()) {
      items.judgeItem(call, outcome, true);
    }
    for (ItemOutcome outcome : done.removals()) {
      items.judgeItem(call, outcome, false);
    }
    items.told(done.additions());
    items.told(done.removals());
    items.untakenIsUntouched(call, changed(made));
    long accounted = done.additions().size() + done.removals().size() + done.notBegun();
    if (accounted != made.expectedCalls()) {
      items
          .broken()
          .add(
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
