package dev.roster.sync;

import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.ResolvedMembers;
import dev.roster.reconcile.SourceTrust;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs a sync as a whole: from what a source says to groups that follow it, through every guard,
 * and with an audit of each change. Immutable and thread-safe; it has nothing to close.
 *
 * <pre>{@code
 * SyncRun run = SyncRun.builder(client, directory).by("nightly sync").build();
 * SyncReport report = run.sync(ReconcileMode.EXCLUSIVE, CsvSource.of(file).read());
 * report.messages().forEach(System.out::println);
 * }</pre>
 *
 * <p>What speaks against removals never stops additions. In its directory a run keeps
 *
 * <ul>
 *   <li>{@code state.jsonl}: how many members the source had, and which removals wait since when;
 *   <li>{@code audit.jsonl}: each change and what it came to, as {@link AuditFile} says;
 *   <li>{@code run.lock}: held while a run is under way.
 * </ul>
 */
public final class SyncRun {

  private final SyncSettings settings;

  SyncRun(SyncSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts a run.
   *
   * @param client stays the caller's to close
   * @param directory where the files of the runs are; each store and each source has its own
   * @return a builder with {@link RemovalGuard#defaults()}, {@link SourceTrust#defaults()}, {@link
   *     SyncRunBuilder#DEFAULT_QUARANTINE} and no rule that is allowed
   */
  public static SyncRunBuilder builder(RosterClient client, Path directory) {
    return new SyncRunBuilder(client, directory);
  }

  /**
   * Finds what a run would change. Changes neither the store nor a file.
   *
   * @param mode whether members who are not desired are removed
   * @param desired what the source says
   * @return the changes, and what is held back and why
   * @throws RosterException as any call, for the first call that fails
   */
  public SyncPlan plan(ReconcileMode mode, DesiredMembers desired) {
    return prepare(mode, desired, false).plan();
  }

  /**
   * Finds what a person is to review, for {@link #apply}: as {@link #plan}, but no removal waits in
   * quarantine, and no state of earlier runs is needed. Changes neither the store nor a file.
   *
   * @param mode whether members who are not desired are removed
   * @param desired what the source says
   * @return the changes, and what is held back and why
   * @throws RosterException as any call, for the first call that fails
   */
  public SyncPlan propose(ReconcileMode mode, DesiredMembers desired) {
    return prepare(mode, desired, true).plan();
  }

  private PreparedSync prepare(ReconcileMode mode, DesiredMembers desired, boolean toBeReviewed) {
    ResolvedMembers members = settings.resolver().resolve(desired);
    return new PreparedSync(
        settings, members, settings.reconciler().plan(mode, members.byGroup()), toBeReviewed);
  }

  /**
   * Has groups follow a source: finds what is to be changed, adds, and removes what may be removed.
   *
   * @param mode whether members who are not desired are removed
   * @param desired what the source says
   * @return what became of it; what fails during the changes is in it and is not thrown
   * @throws RunUnderWayException if another run with the same directory is under way
   * @throws RosterException as any call, for the first call that fails before anything is changed
   */
  public SyncReport sync(ReconcileMode mode, DesiredMembers desired) {
    return alone(
        audit -> {
          PreparedSync prepared = prepare(mode, desired, false);
          prepared.keepState();
          SyncPlan plan = prepared.plan();
          return AuditedChanges.found(settings, audit, plan).make(prepared.state());
        });
  }

  /**
   * Finds what is left of a plan that was reviewed. Changes neither the store nor a file.
   *
   * @param reviewed a plan of this store
   * @return what {@link #apply} would change, and what it holds back and why
   * @throws IllegalArgumentException if the plan is of another provider or store; nothing was sent
   * @throws RosterException as any call, for the first call that fails
   */
  public SyncPlan review(ReconcilePlan reviewed) {
    return new PreparedPlan(settings, reviewed, recorded(reviewed)).plan();
  }

  /**
   * Carries out a plan that was reviewed, or what is left of it: no change that is not in it, none
   * that is made already, and none that the audit has as done in a run that did not come to its
   * end. Removals do not wait in quarantine, because a person has seen them.
   *
   * @param reviewed a plan of this store
   * @return what became of it
   * @throws RunUnderWayException if another run with the same directory is under way
   * @throws IllegalArgumentException if the plan is of another provider or store; nothing was sent
   * @throws RosterException as any call, for the first call that fails before anything is changed
   */
  public SyncReport apply(ReconcilePlan reviewed) {
    return alone(
        audit -> {
          String checksum = reviewed.checksum();
          StateFile state = StateFile.read(settings);
          PreparedPlan prepared = new PreparedPlan(settings, reviewed, recorded(reviewed));
          writeFoundDone(audit, checksum, prepared);
          return AuditedChanges.reviewed(settings, audit, checksum, prepared.plan()).make(state);
        });
  }

  private void writeFoundDone(AuditFile audit, String checksum, PreparedPlan prepared) {
    if (new AuditHistory(settings.audit).isUnfinished(checksum)) {
      new AuditLines(audit, checksum, prepared.plan().names(), settings.requestIds)
          .found(prepared.foundDone());
    }
  }

  private Set<PlannedChange> recorded(ReconcilePlan plan) {
    return new AuditHistory(settings.audit).doneInUnfinishedRun(plan.checksum());
  }

  private SyncReport alone(Function<AuditFile, SyncReport> run) {
    return RunLock.holding(
        settings.lockFile(),
        settings.clock.instant(),
        () -> {
          try (AuditFile audit = AuditFile.open(settings.audit, settings.clock, settings.by)) {
            return run.apply(audit);
          }
        });
  }

  @Override
  public String toString() {
    return "SyncRun[%s, %s, quarantine=%s]"
        .formatted(settings.client, settings.directory, settings.quarantine);
  }
}
