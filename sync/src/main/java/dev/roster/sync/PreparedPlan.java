package dev.roster.sync;

import dev.roster.GroupId;
import dev.roster.directory.KnownNames;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.RefreshedPlan;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A reviewed plan: what is left of it, judged by the guards that are about plans. */
final class PreparedPlan {

  private final SyncSettings settings;
  private final ReconcilePlan reviewed;
  private final RefreshedPlan refreshed;
  private final Set<PlannedChange> recorded;
  private final ReconcilePlan rest;
  private final SyncPlan plan;

  /** With the changes that an audit has as done in a run that did not come to its end. */
  PreparedPlan(SyncSettings settings, ReconcilePlan reviewed, Set<PlannedChange> recorded) {
    this.settings = settings;
    this.reviewed = reviewed;
    this.recorded = recorded;
    this.refreshed = settings.reconciler().refresh(reviewed);
    this.rest = refreshed.rest().keeping(change -> !recorded.contains(change));
    KnownNames names = PlanNames.of(settings, settings.names, rest);
    this.plan =
        new SyncPlan(
            rest,
            names,
            ProtectedRemovals.of(settings, rest, names),
            Map.of(),
            SyncPlan.Verdict.of(refusals(), settings.allowed),
            refreshed.rest().changes().filter(recorded::contains).count());
  }

  SyncPlan plan() {
    return plan;
  }

  /** The changes that are done and that the audit does not have, for example of a killed run. */
  List<PlannedChange> foundDone() {
    Set<PlannedChange> left = refreshed.rest().changes().collect(Collectors.toSet());
    return reviewed
        .changes()
        .filter(change -> !left.contains(change) && !recorded.contains(change))
        .toList();
  }

  private List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>(settings.guard.refusals(reviewed));
    List<GroupId> stale = stale();
    if (!stale.isEmpty()) {
      refusals.add(refusal(stale));
    }
    return refusals;
  }

  /** The groups of which members are removed and that were changed since they were reviewed. */
  private List<GroupId> stale() {
    return rest.groups().stream()
        .filter(group -> !group.removals().isEmpty())
        .map(group -> group.groupId())
        .filter(refreshed.changedElsewhere()::contains)
        .toList();
  }

  private static Refusal refusal(List<GroupId> stale) {
    return Refusal.of(
        RemovalRule.PLAN_STALE,
        "the plan is not of today: %d of its groups were changed since it was made, the first is %s"
            .formatted(stale.size(), stale.get(0)));
  }
}
