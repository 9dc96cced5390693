package dev.roster.sync;

import dev.roster.ErrorCode;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import dev.roster.reconcile.ChangeOutcome;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the changes of a plan, additions before removals, with a line of the audit for each. */
final class AuditedChanges {

  private final SyncSettings settings;
  private final AuditFile audit;
  private final String checksum;
  private final SyncPlan plan;
  private final Reconciler reconciler;
  private final List<ReconcileReport> parts = new ArrayList<>();
  private final List<Refusal> refusals;
  private final Set<PlannedChange> removed = new HashSet<>();

  AuditedChanges(SyncSettings settings, AuditFile audit, String checksum, SyncPlan plan) {
    this.settings = settings;
    this.audit = audit;
    this.checksum = checksum;
    this.plan = plan;
    this.refusals = new ArrayList<>(plan.refusals());
    this.reconciler = settings.reconciler().withOutcomes(this::happened);
  }

  private void happened(ChangeOutcome outcome) {
    if (outcome.change().isRemoval() && outcome.status() != ItemStatus.FAILED) {
      removed.add(outcome.change());
    }
    audit.outcome(checksum, outcome, plan.names(), settings.requestIds);
    settings.outcomes.accept(outcome);
  }

  /**
   * Makes the changes. Whoever was removed waits anew if they come back and are not desired, even
   * where the run fails; so does whoever may have been.
   */
  SyncReport make(StateFile state) {
    SyncReport report;
    try {
      report = make();
    } catch (RuntimeException failed) {
      try {
        state.keepDue(change -> !removed.contains(change));
      } catch (UncheckedIOException unwritten) {
        failed.addSuppressed(unwritten);
      }
      throw failed;
    }
    state.keepDue(change -> !removed.contains(change));
    return report;
  }

  private SyncReport make() {
    boolean unapproved = plan.changes().removals() > 0 && !isApproved();
    ReconcilePlan changes =
        unapproved ? plan.changes().keeping(change -> !change.isRemoval()) : plan.changes();
    if (!changes.isEmpty()) {
      audit.begin(checksum);
    }
    long attempted = add(changes) ? remove(changes) : changes.expectedCalls();
    SyncReport report = new SyncReport(plan, checksum, unapproved, refusals, parts, attempted);
    if (report.notBegun() == 0 && audit.isUnfinished(checksum)) {
      audit.end(checksum);
    }
    return report;
  }

  private boolean isApproved() {
    Path approval = settings.approval;
    return approval == null
        || Approval.read(approval).filter(said -> said.plan().equals(checksum)).isPresent();
  }

  /** Returns whether the run came to its end. */
  private boolean add(ReconcilePlan changes) {
    if (changes.additions() == 0) {
      return true;
    }
    ReconcileReport report = reconciler.apply(changes.keeping(change -> !change.isRemoval()));
    parts.add(report);
    return report.end() == BulkEnd.COMPLETED;
  }

  /** Returns how many changes of the plan were to be made in the end. */
  private long remove(ReconcilePlan changes) {
    long strangers = strangers();
    if (changes.removals() > 0
        && strangers > 0
        && !settings.allowed.contains(RemovalRule.ADDITIONS_FAILED)) {
      refusals.add(
          Refusal.of(
              RemovalRule.ADDITIONS_FAILED,
              "%d members or groups that the source has are not known to the store, which can be another one"
                  .formatted(strangers)));
      return changes.additions();
    }
    if (changes.removals() > 0) {
      parts.add(reconciler.apply(changes.keeping(PlannedChange::isRemoval)));
    }
    return changes.expectedCalls();
  }

  private long strangers() {
    return parts.stream()
        .flatMap(part -> part.failures().stream())
        .flatMap((ItemResult failed) -> failed.error().stream())
        .filter(
            error ->
                error.code() == ErrorCode.NOT_FOUND || error.code() == ErrorCode.INVALID_ARGUMENT)
        .count();
  }
}
