package dev.roster.sync;

import dev.roster.Membership;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.directory.KnownNames;
import dev.roster.reconcile.ChangeKind;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalsRefusedException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes that no {@link SyncRun} makes with a line of an {@link AuditFile} for each. The
 * line is on the disk before the next change of the same group begins, so that each group has one
 * call under way at a time. Immutable and thread-safe; it has nothing to close.
 *
 * <pre>{@code
 * try (AuditFile audit = AuditFile.open(file, Clock.systemUTC(), "the help desk")) {
 *   AuditedMemberships.of(audit).remove(BulkMemberships.of(client), pairs.iterator(), results);
 * }
 * }</pre>
 *
 * <p>Where a line cannot be written, no other change begins once the listener has been notified of
 * that one, and every method throws {@link UncheckedIOException} when the calls under way, which
 * are those of other groups, have ended. The results of all that were begun have been given to the
 * listener then.
 */
public final class AuditedMemberships {

  private final AuditFile audit;
  private final KnownNames names;
  private final RequestIds requestIds;

  private AuditedMemberships(AuditFile audit, KnownNames names, RequestIds requestIds) {
    this.audit = audit;
    this.names = names;
    this.requestIds = requestIds;
  }

  /**
   * Changes that are written to a file.
   *
   * @param audit stays the caller's to close
   * @return changes without names and without the ids of requests that succeeded
   */
  public static AuditedMemberships of(AuditFile audit) {
    return new AuditedMemberships(
        Objects.requireNonNull(audit, "audit must not be null"),
        KnownNames.none(),
        new RequestIds());
  }

  /**
   * The same with names for the lines.
   *
   * @param known the names of groups and members, as far as they are known
   * @return a new value
   */
  public AuditedMemberships withNames(KnownNames known) {
    return new AuditedMemberships(
        audit, Objects.requireNonNull(known, "names must not be null"), requestIds);
  }

  /**
   * The same with the ids of requests that succeeded.
   *
   * @param listener a listener of the client
   * @return a new value
   */
  public AuditedMemberships withRequestIds(RequestIds listener) {
    return new AuditedMemberships(
        audit, names, Objects.requireNonNull(listener, "request ids must not be null"));
  }

  /**
   * Adds members, as {@link BulkMemberships#add}.
   *
   * @param bulk how the run goes about it
   * @param items who is to be where
   * @param results notified of each item, after the file has it
   * @return the account of the run
   */
  public BulkSummary add(
      BulkMemberships bulk, Iterator<GroupMember> items, Consumer<ItemResult> results) {
    return bulk.withOneCallPerGroup().add(items, written(ChangeKind.ADD, results));
  }

  /**
   * Removes members, as {@link BulkMemberships#remove}.
   *
   * @param bulk how the run goes about it
   * @param items who is not to be where
   * @param results notified of each item, after the file has it
   * @return the account of the run
   */
  public BulkSummary remove(
      BulkMemberships bulk, Iterator<GroupMember> items, Consumer<ItemResult> results) {
    return bulk.withOneCallPerGroup().remove(items, written(ChangeKind.REMOVE, results));
  }

  /**
   * Removes memberships, as {@link BulkMemberships#removeMemberships}.
   *
   * @param bulk how the run goes about it
   * @param memberships what is to go
   * @param results notified of each item, after the file has it
   * @return the account of the run
   */
  public BulkSummary removeMemberships(
      BulkMemberships bulk, Iterator<Membership> memberships, Consumer<ItemResult> results) {
    return bulk.withOneCallPerGroup()
        .removeMemberships(memberships, written(ChangeKind.REMOVE, results));
  }

  /**
   * Carries a plan out, as {@link Reconciler#apply}. The lines have its checksum. For a plan that a
   * person has reviewed, {@link SyncRun#apply} is better: it leaves out what is made already.
   *
   * @param reconciler how the run goes about it; a listener of outcomes that it has is replaced
   * @param plan a plan of the reconciler's store
   * @param results notified of each change, after the file has it
   * @return what became of each change
   * @throws RemovalsRefusedException if the plan removes more than the guard allows; nothing was
   *     sent
   */
  public ReconcileReport apply(
      Reconciler reconciler, ReconcilePlan plan, Consumer<ItemResult> results) {
    Objects.requireNonNull(results, "results must not be null");
    AuditLines lines = lines(plan.checksum());
    return reconciler
        .withOutcomes(outcome -> write(lines, outcome.change(), outcome.result(), results))
        .apply(plan);
  }

  private Consumer<ItemResult> written(ChangeKind kind, Consumer<ItemResult> results) {
    Objects.requireNonNull(results, "results must not be null");
    AuditLines lines = lines(null);
    return result ->
        write(
            lines,
            new PlannedChange(kind, result.item().groupId(), result.item().memberId()),
            result,
            results);
  }

  /** The listener is notified of a change that was made even where its line cannot be written. */
  private static void write(
      AuditLines lines, PlannedChange change, ItemResult result, Consumer<ItemResult> results) {
    try {
      lines.outcome(change, result.status(), result.error().orElse(null));
    } finally {
      results.accept(result);
    }
  }

  private AuditLines lines(@Nullable String plan) {
    return new AuditLines(audit, plan, names, requestIds);
  }

  /** How many names are known: names are personal data. */
  @Override
  public String toString() {
    return "AuditedMemberships[%s, %s]".formatted(audit.path(), names);
  }
}
