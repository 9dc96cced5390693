package dev.roster.cli.changes;

import dev.roster.bulk.BulkEnd;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.terminal.Notices;
import java.util.List;

/** Why changes were not made, whatever format the results have. */
public final class Causes {

  /** Most failures of a run have one cause. */
  private static final int SHOWN = 3;

  private Causes() {}

  /**
   * Says the first errors.
   *
   * @param rows what became of changes
   * @param notices where they are said
   */
  public static void say(List<ChangeRow> rows, Notices notices) {
    rows.stream()
        .filter(row -> row.error() != null)
        .limit(SHOWN)
        .forEach(row -> notices.say("  " + row.words() + ": " + message(row)));
  }

  private static String message(ChangeRow row) {
    return row.error() == null ? "" : String.valueOf(row.error().getMessage());
  }

  /**
   * Why a run ended.
   *
   * @param end the end
   * @return words behind a comma; nothing where it came to its end
   */
  public static String of(BulkEnd end) {
    return switch (end) {
      case COMPLETED -> "";
      case INTERRUPTED -> ", interrupted";
      case DEADLINE_PASSED -> ", the time is over";
      case HOPELESS -> ", stopped: the others would fail for the same reason";
      case TOO_MANY_FAILURES -> ", stopped: too many failed in a row";
    };
  }
}
