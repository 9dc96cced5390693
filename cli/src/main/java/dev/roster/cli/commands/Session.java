package dev.roster.cli.commands;

import dev.roster.RosterClient;
import dev.roster.cli.output.Results;
import dev.roster.cli.output.TableLook;
import dev.roster.cli.store.StoreNames;
import dev.roster.cli.terminal.Notices;
import dev.roster.cli.terminal.ResultStream;
import dev.roster.cli.terminal.ResultsLostException;
import dev.roster.cli.terminal.Terminal;
import dev.roster.sync.RequestIds;
import java.util.List;

/** One run of a command on one store. */
final class Session implements AutoCloseable {

  private final RosterCommand root;
  private final Notices notices;
  private final Results results;
  private final RosterClient client;
  private final StoreNames names;
  private final ProgressLine progress;
  private final RequestIds requestIds = new RequestIds();

  private Session(RosterCommand root, Notices notices) {
    this.root = root;
    this.notices = notices;
    this.results = results(root);
    this.progress = new ProgressLine(notices);
    this.client = root.settings().open(root.address(), notices, progress, requestIds);
    this.names = new StoreNames(client, root.namesWanted(), notices::say);
  }

  static Session open(RosterCommand root) {
    return new Session(root, notices(root));
  }

  static Notices notices(RosterCommand root) {
    return new Notices(root.surroundings(), root.progressWanted());
  }

  static Results results(RosterCommand root) {
    Terminal terminal = root.surroundings().terminal();
    return new Results(
        new ResultStream(root.surroundings().out()),
        root.output(),
        new TableLook(terminal.out(), terminal.columns(), root.isColored()));
  }

  RosterClient client() {
    return client;
  }

  StoreNames names() {
    return names;
  }

  Results results() {
    return results;
  }

  /**
   * Writes what became of changes. Where its reader has left, what is said and the exit code are as
   * ever: the changes are made, or refused, all the same.
   */
  void account(List<ChangeRow> rows) {
    try {
      results.all(ChangeRow.SHAPE, rows);
    } catch (ResultsLostException lost) {
      if (!lost.isReaderGone()) {
        throw lost;
      }
    }
  }

  Notices notices() {
    return notices;
  }

  ProgressLine progress() {
    return progress;
  }

  RosterCommand root() {
    return root;
  }

  RequestIds requestIds() {
    return requestIds;
  }

  int interruptedCode() {
    return root.stop().exitCode().orElse(ExitCode.INTERRUPTED);
  }

  @Override
  public void close() {
    notices.clear();
    client.close();
  }
}
