package dev.roster.cli.changes;

import dev.roster.cli.exit.RefusedException;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.terminal.Notices;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** What commands that change something have in common. */
public final class ChangeOptions {

  private static final int SHOWN = 20;

  @Option(
      fallbackValue = "true",
      names = "--dry-run",
      description = "show what would be done, and change nothing")
  private boolean dryRun;

  @Option(
      fallbackValue = "true",
      names = "--yes",
      description = "do not ask; needed for removals where there is no terminal")
  private boolean yes;

  /** {@return whether the question was answered on the command line} */
  public boolean isAnswered() {
    return yes;
  }

  /** {@return whether nothing is to be changed} */
  public boolean isDryRun() {
    return dryRun;
  }

  /**
   * Shows what would be removed and asks, unless that was answered on the command line.
   *
   * @param rows what is planned
   * @param notices where it asks
   * @throws RefusedException if that is not confirmed
   * @throws IOException if the answer cannot be read
   * @throws InterruptedException if the program was asked to stop instead
   */
  public void confirm(List<ChangeRow> rows, Notices notices)
      throws IOException, InterruptedException {
    List<ChangeRow> removals =
        rows.stream().filter(row -> row.change().action() == ChangeRow.Action.REMOVE).toList();
    if (!yes && !removals.isEmpty()) {
      ask(removals, rows.size() - removals.size(), notices);
    }
  }

  private static void ask(List<ChangeRow> removals, int additions, Notices notices)
      throws IOException, InterruptedException {
    String question = removals.size() == 1 ? "1 removal" : removals.size() + " removals";
    requireTerminal(question, notices);
    show(removals, additions, notices);
    if (!notices.isAnsweredYes("Make " + question + "?")) {
      throw new RefusedException("not confirmed; nothing was changed");
    }
  }

  private static void requireTerminal(String question, Notices notices) {
    if (!notices.canAsk()) {
      throw new RefusedException(
          question
              + " would be made, and there is no terminal to ask on: look at them with --dry-run,"
              + " then give --yes; nothing was changed");
    }
  }

  private static void show(List<ChangeRow> removals, int additions, Notices notices) {
    removals.stream().limit(SHOWN).forEach(row -> notices.say("  " + row.words()));
    int more = removals.size() - SHOWN;
    if (more > 0) {
      notices.say(
          "  and %d more %s; --dry-run shows all"
              .formatted(more, more == 1 ? "removal" : "removals"));
    }
    if (additions > 0) {
      notices.say("  and %d %s".formatted(additions, additions == 1 ? "addition" : "additions"));
    }
  }
}
