package dev.roster.sync;

import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.ItemResult;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of a run. Immutable. */
public final class SyncReport {

  private final SyncPlan plan;
  private final String checksum;
  private final boolean approvalMissing;
  private final List<Refusal> refusals;
  private final List<ReconcileReport> parts;
  private final long attempted;

  SyncReport(
      SyncPlan plan,
      String checksum,
      boolean approvalMissing,
      List<Refusal> refusals,
      List<ReconcileReport> parts,
      long attempted) {
    this.plan = plan;
    this.checksum = checksum;
    this.approvalMissing = approvalMissing;
    this.refusals = List.copyOf(refusals);
    this.parts = List.copyOf(parts);
    this.attempted = attempted;
  }

  /** {@return what was planned, and what was held back and why} */
  public SyncPlan plan() {
    return plan;
  }

  /** {@return the checksum under which the audit has the changes of this run} */
  public String checksum() {
    return checksum;
  }

  /** {@return whether removals were not made because no approval names this plan} */
  public boolean isApprovalMissing() {
    return approvalMissing;
  }

  /** {@return why nothing was removed, with what was noticed during the run; unmodifiable} */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** {@return the additions that were begun, in no order; unmodifiable} */
  public List<ItemResult> additions() {
    return results(parts.stream().flatMap(part -> part.additions().stream()));
  }

  /** {@return the removals that were begun, in no order; unmodifiable} */
  public List<ItemResult> removals() {
    return results(parts.stream().flatMap(part -> part.removals().stream()));
  }

  /** {@return the changes that failed or whose result is unknown; unmodifiable} */
  public List<ItemResult> failures() {
    return results(parts.stream().flatMap(part -> part.failures().stream()));
  }

  private static List<ItemResult> results(Stream<ItemResult> results) {
    return results.toList();
  }

  /** {@return how many changes were not begun, because the run ended before} */
  public long notBegun() {
    return attempted - additions().size() - removals().size();
  }

  /** {@return why the run ended: the first reason, if there was one} */
  public BulkEnd end() {
    return parts.stream()
        .map(ReconcileReport::end)
        .filter(end -> end != BulkEnd.COMPLETED)
        .findFirst()
        .orElse(BulkEnd.COMPLETED);
  }

  /** {@return what the run came to} */
  public SyncStatus status() {
    if (!failures().isEmpty() || notBegun() > 0 || !plan.findings().isEmpty()) {
      return SyncStatus.PARTLY_DONE;
    }
    if (!refusals.isEmpty() || approvalMissing) {
      return SyncStatus.REFUSED;
    }
    return additions().isEmpty() && removals().isEmpty()
        ? SyncStatus.NOTHING_TO_DO
        : SyncStatus.DONE;
  }

  /**
   * What an administrator needs to know, without names of people.
   *
   * @return lines without line ends: the counts, then each refusal
   */
  public List<String> messages() {
    List<String> lines = new ArrayList<>();
    lines.add(toString());
    refusals.forEach(refusal -> lines.add(refusal.message()));
    plan.addFindings(lines);
    plan.addAllowed(lines);
    if (approvalMissing) {
      lines.add(
          ("Nothing was removed, because no approval names this plan. Read it, and approve the"
                  + " checksum %s.")
              .formatted(checksum));
    }
    plan.addNotRepeated(lines);
    return List.copyOf(lines);
  }

  /** The status and the counts, in one line. */
  @Override
  public String toString() {
    return "%s: %d added, %d removed, %d failed, %d not begun, %d removals held back"
        .formatted(
            status(),
            done(additions()),
            done(removals()),
            failures().size(),
            notBegun(),
            plan.heldBack());
  }

  private static long done(List<ItemResult> results) {
    return results.stream().filter(result -> result.status().isDone()).count();
  }
}
