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
import dev.roster.sync.internal.state.DueRemoval;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the changes of a plan, additions before removals, with a line of the audit for each. */
final class AuditedChanges {

  private final SyncSettings settings;
  private final AuditLines audit;
  private final String checksum;
  private final boolean reviewed;
  private final SyncPlan plan;
  private final Reconciler reconciler;
  private final List<ReconcileReport> parts = new ArrayList<>();
  private final List<Refusal> refusals;
  private final Set<DueRemoval> removed = new HashSet<>();

  private AuditedChanges(
      SyncSettings settings, AuditFile audit, String checksum, boolean reviewed, SyncPlan plan) {
    this.settings = settings;
    this.audit = new AuditLines(audit, checksum, plan.names(), settings.requestIds);
    this.checksum = checksum;
    this.reviewed = reviewed;
    this.plan = plan;
    this.refusals = new ArrayList<>(plan.refusals());
    this.reconciler = settings.reconciler().withOutcomes(this::happened);
  }

  /** What a source is found to mean: the plan is of this run only. */
  static AuditedChanges found(SyncSettings settings, AuditFile audit, SyncPlan plan) {
    return new AuditedChanges(settings, audit, plan.changes().checksum(), false, plan);
  }

  /** What is left of a plan that was reviewed: its next run goes by the lines of this one. */
  static AuditedChanges reviewed(
      SyncSettings settings, AuditFile audit, String checksum, SyncPlan rest) {
    return new AuditedChanges(settings, audit, checksum, true, rest);
  }

  /** The listener is notified of a change that was made even where its line cannot be written. */
  private void happened(ChangeOutcome outcome) {
    if (outcome.change().isRemoval() && outcome.status() != ItemStatus.FAILED) {
      removed.add(DueRemoval.of(outcome.change(), settings.client::canonicalId));
    }
    try {
      audit.outcome(outcome.change(), outcome.status(), outcome.error().orElse(null));
    } finally {
      settings.outcomes.accept(outcome);
    }
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
        state.keepDue(removal -> !removed.contains(removal));
      } catch (UncheckedIOException unwritten) {
        failed.addSuppressed(unwritten);
      }
      throw failed;
    }
    state.keepDue(removal -> !removed.contains(removal));
    return report;
  }

  private SyncReport make() {
    boolean unapproved = plan.changes().removals() > 0 && !isApproved();
    ReconcilePlan changes =
        unapproved ? plan.changes().keeping(change -> !change.isRemoval()) : plan.changes();
    if (reviewed && !changes.isEmpty()) {
      audit.begin();
    }
    long attempted = add(changes) ? remove(changes) : changes.expectedCalls();
    SyncReport report = new SyncReport(plan, checksum, unapproved, refusals, parts, attempted);
    if (report.notBegun() == 0) {
      audit.endUnfinished();
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
