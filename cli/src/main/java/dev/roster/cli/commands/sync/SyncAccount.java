package dev.roster.cli.commands.sync;

import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.cli.changes.Causes;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.OutputFormat;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.rows.ChangeRow.Action;
import dev.roster.cli.rows.ChangeRow.Change;
import dev.roster.cli.session.Session;
import dev.roster.cli.terminal.ResultsLostException;
import dev.roster.directory.KnownNames;
import dev.roster.reconcile.ChangeOutcome;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.sync.SyncPlan;
import dev.roster.sync.SyncReport;
import dev.roster.sync.SyncRunBuilder;
import dev.roster.sync.SyncStatus;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a run would do, or did, and what it held back. */
final class SyncAccount {

  static final String PROTECTED = "protected";
  static final String HELD_BACK = "held_back";

  private final Session session;
  private final List<ChangeOutcome> begun = Collections.synchronizedList(new ArrayList<>());

  SyncAccount(Session session) {
    this.session = session;
  }

  /** With a run that notifies this of its changes. */
  SyncRunBuilder of(SyncRunBuilder builder) {
    return builder.outcomes(begun::add);
  }

  /** All changes that are due, also those that this run does not make. */
  static List<ChangeRow> rows(SyncPlan plan) {
    Set<PlannedChange> now = plan.changes().changes().collect(Collectors.toSet());
    List<ChangeRow> rows = new ArrayList<>();
    plan.all().changes().forEach(each -> rows.add(row(plan, each, now.contains(each))));
    return rows;
  }

  /** What is to be carried out later has no change that a guard held back. */
  private List<ChangeRow> written(SyncPlan plan) {
    boolean all = session.results().format() != OutputFormat.ACTION_CSV;
    return rows(plan).stream()
        .filter(row -> all || row.result().equals(ChangeRow.PLANNED))
        .toList();
  }

  private static ChangeRow row(SyncPlan plan, PlannedChange change, boolean now) {
    Instant until = plan.waiting().get(change);
    String waiting = until == null ? HELD_BACK : "waits_until " + until;
    String held = plan.protectedRemovals().contains(change) ? PROTECTED : waiting;
    return row(change, plan.names(), now ? ChangeRow.PLANNED : held);
  }

  static ChangeRow row(PlannedChange change, KnownNames names, String result) {
    Action action = change.isRemoval() ? Action.REMOVE : Action.ADD;
    return new ChangeRow(
        new Change(action, change.groupId(), change.memberId()),
        names.of(change.groupId()).orElse(null),
        names.of(change.memberId()).orElse(null),
        result,
        null);
  }

  void show(SyncPlan plan) {
    session.account(ChangeRow.SHAPE, written(plan));
    plan.messages().forEach(session.notices()::say);
  }

  /** Shows what would be done, and returns the exit code. */
  int rehearse(SyncPlan plan) {
    show(plan);
    return ExitCode.DONE;
  }

  /** The exit code of a plan that is not carried out. */
  static int due(SyncPlan plan) {
    if (!plan.changes().isEmpty()) {
      return ExitCode.CHANGES_DUE;
    }
    if (!plan.refusals().isEmpty()) {
      return ExitCode.REFUSED;
    }
    return plan.findings().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
  }

  /**
   * Runs and accounts. A run that fails, such as one whose audit cannot be written, has no report:
   * the changes that it had begun are told then.
   */
  int account(Supplier<SyncReport> run, ApprovalOptions approval) {
    try {
      return account(run.get(), approval);
    } catch (UncheckedIOException unwritten) {
      tellBegun(unwritten);
      throw unwritten;
    }
  }

  /** Why the run ended is said last, also where the results cannot be written either. */
  private void tellBegun(UncheckedIOException unwritten) {
    try {
      tellBegun();
    } catch (ResultsLostException lost) {
      unwritten.addSuppressed(lost);
    }
  }

  private void tellBegun() {
    if (begun.isEmpty()) {
      return;
    }
    session.notices().clear();
    KnownNames names = session.names().known();
    List<ChangeRow> rows =
        begun.stream()
            .map(each -> row(each.change(), names, ChangeRow.PLANNED).with(each.result()))
            .toList();
    session
        .notices()
        .say(
            "roster: changes that were begun: %d; the same command again does the rest"
                .formatted(rows.size()));
    Causes.say(rows, session.notices());
    session.account(ChangeRow.SHAPE, rows);
  }

  private int account(SyncReport report, ApprovalOptions approval) {
    boolean interrupted = Thread.interrupted();
    session.notices().clear();
    List<ChangeRow> rows = rows(report);
    try {
      session.account(ChangeRow.SHAPE, rows);
    } finally {
      say(report, rows, approval);
    }
    return interrupted ? session.interruptedCode() : exitCode(report);
  }

  private void say(SyncReport report, List<ChangeRow> rows, ApprovalOptions approval) {
    report.messages().forEach(session.notices()::say);
    if (report.end() != BulkEnd.COMPLETED) {
      session.notices().say("the run ended early" + Causes.of(report.end()));
    }
    Causes.say(rows, session.notices());
    if (report.isApprovalMissing()) {
      explain(approval.command(report.checksum()));
    }
  }

  private List<ChangeRow> rows(SyncReport report) {
    Map<GroupMember, ItemResult> made = new HashMap<>();
    Stream.concat(report.additions().stream(), report.removals().stream())
        .forEach(result -> made.put(result.item(), result));
    return written(report.plan()).stream()
        .map(row -> made(row, made.get(row.change().pair())))
        .toList();
  }

  private void explain(String approval) {
    session.notices().say("To read it, give this command with --dry-run. To approve it:");
    session.notices().say("  " + approval);
    session.notices().say("Then give this command again.");
  }

  private static ChangeRow made(ChangeRow row, @Nullable ItemResult result) {
    boolean tried = result != null || row.result().equals(ChangeRow.PLANNED);
    return tried ? row.with(result) : row;
  }

  private int exitCode(SyncReport report) {
    return switch (report.end()) {
      case INTERRUPTED -> session.interruptedCode();
      default -> exitCode(report.status());
    };
  }

  private static int exitCode(SyncStatus status) {
    return switch (status) {
      case NOTHING_TO_DO, DONE -> ExitCode.DONE;
      case REFUSED -> ExitCode.REFUSED;
      default -> ExitCode.PARTLY_DONE;
    };
  }

  /** The changes of a plan, for the question. */
  static List<ChangeRow> rows(ReconcilePlan plan, KnownNames names) {
    return plan.changes().map(change -> row(change, names, ChangeRow.PLANNED)).toList();
  }
}
