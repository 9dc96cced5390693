package dev.roster.cli.changes;

import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.session.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes changes and accounts for each of them. The account is printed at the end, in the order of
 * the plan, also where the run was interrupted.
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
     * @param bulk with the settings of the program
     * @param results takes what became of each
     * @return what became of all
     */
    BulkSummary run(BulkMemberships bulk, Consumer<ItemResult> results);
  }

  /**
   * Shows, asks, changes and accounts; or only shows.
   *
   * @param options whether it asks
   * @param changing makes the changes
   * @return the exit code
   * @throws Exception if it is refused, or the results cannot be written
   */
  public int run(ChangeOptions options, Changing changing) throws Exception {
    if (options.isDryRun()) {
      session.results().all(ChangeRow.SHAPE, planned);
      return ExitCode.DONE;
    }
    options.confirm(planned, session.notices());
    BulkMemberships bulk =
        BulkMemberships.of(session.client())
            .withExpectedItems(planned.size())
            .withProgress(session.progress()::show);
    BulkSummary summary = changing.run(bulk, this::note);
    return account(summary.end());
  }

  /**
   * Notes what became of a change.
   *
   * @param result of one change
   */
  public void note(ItemResult result) {
    made.put(result.item(), result);
  }

  /**
   * Says what became of the changes.
   *
   * @param end how the run ended
   * @return the exit code
   */
  public int account(BulkEnd end) {
    boolean interrupted = Thread.interrupted();
    session.notices().clear();
    List<ChangeRow> rows =
        planned.stream().map(row -> row.with(made.get(row.change().pair()))).toList();
    session.account(ChangeRow.SHAPE, rows);
    long done = made.values().stream().filter(result -> result.status().isDone()).count();
    explain(rows, end, done);
    if (interrupted || end == BulkEnd.INTERRUPTED) {
      return session.interruptedCode();
    }
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
            "roster: %d of %d done%s; the same command again does the rest"
                .formatted(done, rows.size(), words(end)));
    rows.stream()
        .filter(row -> row.error() != null)
        .limit(3)
        .forEach(row -> session.notices().say("  " + row.words() + ": " + message(row)));
  }

  private static String message(ChangeRow row) {
    return row.error() == null ? "" : String.valueOf(row.error().getMessage());
  }

  private static String words(BulkEnd end) {
    return switch (end) {
      case COMPLETED -> "";
      case INTERRUPTED -> ", interrupted";
      case DEADLINE_PASSED -> ", the time is over";
      case HOPELESS -> ", stopped: the others would fail for the same reason";
      case TOO_MANY_FAILURES -> ", stopped: too many failed in a row";
    };
  }
}
