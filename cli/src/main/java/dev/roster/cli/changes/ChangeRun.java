package dev.roster.cli.changes;

import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.session.Session;
import dev.roster.cli.terminal.ResultsLostException;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.sync.AuditFile;
import dev.roster.sync.AuditedMemberships;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes changes, writes each of them down, and accounts for them. The account is printed at the
 * end, in the order of the plan, also where the run was interrupted.
 */
public final class ChangeRun {

  private final Session session;
  private final List<ChangeRow> planned;
  private final Map<GroupMember, ItemResult> made = new HashMap<>();

  /**
   * Changes of one command.
   *
   * @param session the run
   * @param planned what is to be done
   */
  public ChangeRun(Session session, List<ChangeRow> planned) {
    this.session = session;
    this.planned = planned;
  }

  /** Makes the changes of a bulk run. */
  @FunctionalInterface
  public interface Changing {

    /**
     * Makes the changes.
     *
     * @param changes writes each of them down
     * @param bulk with the settings of the program
     * @param results takes what became of each
     * @return what became of all
     */
    BulkSummary run(AuditedMemberships changes, BulkMemberships bulk, Consumer<ItemResult> results);
  }

  /** Carries out a plan. */
  @FunctionalInterface
  public interface Carrying {

    /**
     * Carries it out.
     *
     * @param changes writes each of them down
     * @param results takes what became of each
     * @return what became of all
     */
    ReconcileReport run(AuditedMemberships changes, Consumer<ItemResult> results);
  }

  /**
   * Shows, asks, changes and accounts; or only shows.
   *
   * @param options whether it asks
   * @param audit where each change is written down
   * @param changing makes the changes
   * @return the exit code
   * @throws Exception if it is refused, or the results cannot be written
   */
  public int run(ChangeOptions options, AuditOptions audit, Changing changing) throws Exception {
    BulkMemberships bulk =
        BulkMemberships.of(session.client())
            .withExpectedItems(planned.size())
            .withProgress(session.progress()::show);
    return change(options, audit, changes -> changing.run(changes, bulk, this::note).end());
  }

  /**
   * The same with what is planned, all of which is to be added.
   *
   * @param options whether it asks
   * @param audit where each change is written down
   * @return the exit code
   * @throws Exception if it is refused, or the results cannot be written
   */
  public int add(ChangeOptions options, AuditOptions audit) throws Exception {
    return run(options, audit, (changes, bulk, results) -> changes.add(bulk, pairs(), results));
  }

  /**
   * The same with what is planned, all of which is to be removed.
   *
   * @param options whether it asks
   * @param audit where each change is written down
   * @return the exit code
   * @throws Exception if it is refused, or the results cannot be written
   */
  public int remove(ChangeOptions options, AuditOptions audit) throws Exception {
    return run(options, audit, (changes, bulk, results) -> changes.remove(bulk, pairs(), results));
  }

  private Iterator<GroupMember> pairs() {
    return planned.stream().map(row -> row.change().pair()).iterator();
  }

  /**
   * The same for a plan.
   *
   * @param options whether it asks
   * @param audit where each change is written down
   * @param carrying carries it out
   * @return the exit code
   * @throws Exception if it is refused, or the results cannot be written
   */
  public int carryOut(ChangeOptions options, AuditOptions audit, Carrying carrying)
      throws Exception {
    return change(options, audit, changes -> carrying.run(changes, this::note).end());
  }

  private int change(
      ChangeOptions options, AuditOptions audit, Function<AuditedMemberships, BulkEnd> making)
      throws Exception {
    if (options.isDryRun()) {
      session.results().all(ChangeRow.SHAPE, planned);
      return ExitCode.DONE;
    }
    options.confirm(planned, session.notices());
    return planned.isEmpty() ? account(BulkEnd.COMPLETED) : made(audit, making);
  }

  private int made(AuditOptions audit, Function<AuditedMemberships, BulkEnd> making) {
    BulkEnd end;
    try (AuditFile file = audit.open(session)) {
      end = making.apply(audited(file));
    } catch (UncheckedIOException unwritten) {
      accountBeside(unwritten);
      throw unwritten;
    }
    return account(end);
  }

  /** Why the run ended is said last, also where the results cannot be written either. */
  private void accountBeside(UncheckedIOException unwritten) {
    try {
      account(BulkEnd.HOPELESS);
    } catch (ResultsLostException lost) {
      unwritten.addSuppressed(lost);
    }
  }

  private AuditedMemberships audited(AuditFile file) {
    return AuditedMemberships.of(file)
        .withNames(session.names().known())
        .withRequestIds(session.requestIds());
  }

  private void note(ItemResult result) {
    made.put(result.item(), result);
  }

  /**
   * Says what became of the changes.
   *
   * @param end how the run ended
   * @return the exit code
   */
  private int account(BulkEnd end) {
    boolean interrupted = Thread.interrupted();
    session.notices().clear();
    List<ChangeRow> rows =
        planned.stream().map(row -> row.with(made.get(row.change().pair()))).toList();
    long done = planned.stream().filter(this::isDone).count();
    try {
      session.account(ChangeRow.SHAPE, rows);
    } catch (ResultsLostException lost) {
      session.notices().say("roster: %d of %d done".formatted(done, rows.size()));
      throw lost;
    }
    explain(rows, end, done);
    return interrupted || end == BulkEnd.INTERRUPTED ? session.interruptedCode() : exitCode(done);
  }

  /** Of two rows that are one change, as a listing that changes can have, both are done. */
  private boolean isDone(ChangeRow row) {
    ItemResult result = made.get(row.change().pair());
    return result != null && result.status().isDone();
  }

  private int exitCode(long done) {
    if (done == planned.size()) {
      return ExitCode.DONE;
    }
    return done == 0 ? ExitCode.ERROR : ExitCode.PARTLY_DONE;
  }

  private void explain(List<ChangeRow> rows, BulkEnd end, long done) {
    if (done == rows.size()) {
      return;
    }
    session
        .notices()
        .say(
            "roster: %d of %d done%s; %sthe same command again does the rest"
                .formatted(done, rows.size(), Causes.of(end), condition(rows)));
    Causes.say(rows, session.notices());
  }

  private static String condition(List<ChangeRow> rows) {
    return rows.stream().anyMatch(row -> row.error() != null) ? "when that is mended, " : "";
  }
}
