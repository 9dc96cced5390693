package dev.roster.sync;

import dev.roster.directory.KnownNames;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import dev.roster.reconcile.ResolvedMembers;
import dev.roster.reconcile.SourceTrust;
import dev.roster.sync.internal.state.DueRemoval;
import dev.roster.sync.internal.state.Quarantine;
import dev.roster.sync.internal.state.SyncState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a source means for the store, judged by every guard, and the state that it leaves. */
final class PreparedSync {

  private final SyncSettings settings;
  private final StateFile state;
  private final ResolvedMembers members;
  private final ReconcilePlan all;
  private final boolean toBeReviewed;
  private final Set<PlannedChange> protectedRemovals;
  private final Quarantine quarantine;
  private final SyncPlan.Verdict verdict;
  private final SyncPlan plan;

  /**
   * Where a person reads the plan before it is carried out, nothing waits and no state is needed.
   */
  PreparedSync(
      SyncSettings settings, ResolvedMembers members, ReconcilePlan all, boolean toBeReviewed) {
    this.settings = settings;
    this.members = members;
    this.all = all;
    this.toBeReviewed = toBeReviewed;
    this.state = StateFile.read(settings).of(groups());
    KnownNames names = PlanNames.of(settings, members.names(), all);
    this.protectedRemovals = ProtectedRemovals.of(settings, all, names);
    SyncState before = state.state();
    this.quarantine = quarantine(before);
    this.verdict = verdict(before);
    this.plan = new SyncPlan(all, names, protectedRemovals, quarantine.waiting(), verdict);
  }

  private Quarantine quarantine(@Nullable SyncState before) {
    return new Quarantine(
        all.keeping(change -> !protectedRemovals.contains(change)),
        before == null ? Map.of() : before.due(),
        toBeReviewed ? Duration.ZERO : settings.quarantine,
        settings.clock.instant(),
        settings.client::canonicalId);
  }

  SyncPlan plan() {
    return plan;
  }

  private boolean removes() {
    return all.mode() == ReconcileMode.EXCLUSIVE;
  }

  /** A list that only adds may shrink. */
  private SyncPlan.Verdict verdict(@Nullable SyncState before) {
    return removes()
        ? SyncPlan.Verdict.of(refusals(before), settings.allowed)
        : SyncPlan.Verdict.ofAdditions(
            settings.trust.withLastSize(0).refusals(members), settings.allowed);
  }

  private List<Refusal> refusals(@Nullable SyncState before) {
    List<Refusal> refusals = new ArrayList<>();
    refusals.addAll(trust(before).refusals(members));
    refusals.addAll(withoutState());
    refusals.addAll(beyondLimits());
    return refusals;
  }

  private SourceTrust trust(@Nullable SyncState before) {
    return before == null ? settings.trust : settings.trust.withLastSize(before.size());
  }

  private List<Refusal> withoutState() {
    Refusal refusal = state.refusal();
    return refusal != null && isNeeded(refusal) ? List.of(refusal) : List.of();
  }

  /** A state that is broken is not replaced, also where no one is to be removed yet. */
  private boolean isNeeded(Refusal withoutState) {
    boolean missing = withoutState.rule() == RemovalRule.STATE_MISSING;
    return toBeReviewed ? !missing && all.removals() > 0 : !missing || all.removals() > 0;
  }

  /**
   * Of what is removed now, and of what is newly due: a list that was cut short is noticed at once,
   * and not when the quarantine is over.
   */
  private List<Refusal> beyondLimits() {
    List<Refusal> refusals = new ArrayList<>();
    refusals.addAll(
        settings.guard.refusals(all.keeping(change -> isDue(change) && quarantine.isOver(change))));
    refusals.addAll(
        settings.guard.refusals(all.keeping(change -> isDue(change) && quarantine.isNew(change))));
    return refusals;
  }

  private boolean isDue(PlannedChange change) {
    return change.isRemoval() && !protectedRemovals.contains(change);
  }

  StateFile state() {
    return state;
  }

  /**
   * Keeps the state for the next run. What is due by a source that is not trusted must not begin to
   * wait, and its size is nothing to compare with. But whoever is desired by it begins anew.
   */
  void keepState() {
    if (removes() && verdict.isOnly(RemovalRule.STATE_MISSING)) {
      state.replace(next());
    } else {
      state.keepDue(stillDue());
    }
  }

  private SyncState next() {
    return new SyncState(
        settings.client.provider(),
        settings.client.identityStoreId(),
        members.desired().size(),
        groups(),
        quarantine.due());
  }

  private Set<String> groups() {
    return members.byGroup().keySet().stream()
        .map(group -> canonical(group.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A group that the source does not name says nothing about its members. */
  private Predicate<DueRemoval> stillDue() {
    Set<DueRemoval> due = quarantine.due().keySet();
    Map<String, Set<String>> desired = desired();
    return removal -> {
      Set<String> members = desired.get(removal.group());
      return members == null
          || (removes() ? due.contains(removal) : !members.contains(removal.member()));
    };
  }

  /** The desired members of each group, by the one spelling of their identifiers. */
  private Map<String, Set<String>> desired() {
    Map<String, Set<String>> desired = new HashMap<>();
    members
        .byGroup()
        .forEach(
            (group, users) ->
                desired
                    .computeIfAbsent(canonical(group.value()), first -> new HashSet<>())
                    .addAll(users.stream().map(user -> canonical(user.value())).toList()));
    return desired;
  }

  private String canonical(String id) {
    return settings.client.canonicalId(id);
  }
}
