package dev.roster.cli.session;

import dev.roster.RosterClient;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Results;
import dev.roster.cli.output.Shape;
import dev.roster.cli.output.TableLook;
import dev.roster.cli.store.StoreNames;
import dev.roster.cli.terminal.Notices;
import dev.roster.cli.terminal.ResultStream;
import dev.roster.cli.terminal.ResultsLostException;
import dev.roster.cli.terminal.Terminal;
import dev.roster.sync.RequestIds;
import java.util.List;

/** One run of a command on one store. */
public final class Session implements AutoCloseable {

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

  /**
   * Where a command says what is no result.
   *
   * @param root the program
   * @return with progress, if that is wanted
   */
  public static Notices notices(RosterCommand root) {
    return new Notices(root.surroundings(), root.progressWanted());
  }

  /**
   * Where a command writes its results.
   *
   * @param root the program
   * @return in the format that is wanted
   */
  public static Results results(RosterCommand root) {
    Terminal terminal = root.surroundings().terminal();
    return new Results(
        new ResultStream(root.surroundings().out()),
        root.output(),
        new TableLook(terminal.out(), terminal.columns(), root.isColored()));
  }

  /** {@return the client of the store; closed with this} */
  public RosterClient client() {
    return client;
  }

  /** {@return users and groups by name} */
  public StoreNames names() {
    return names;
  }

  /** {@return where results go} */
  public Results results() {
    return results;
  }

  /**
   * Writes what became of changes. Where its reader has left, what is said and the exit code are as
   * ever: the changes are made, or refused, all the same.
   *
   * @param shape the fields
   * @param rows what became of each
   * @param <T> the kind of change
   */
  public <T> void account(Shape<T> shape, List<T> rows) {
    try {
      results.all(shape, rows);
    } catch (ResultsLostException lost) {
      if (!lost.isReaderGone()) {
        throw lost;
      }
    }
  }

  /** {@return where everything else is said} */
  public Notices notices() {
    return notices;
  }

  /** {@return how far the command has come} */
  public ProgressLine progress() {
    return progress;
  }

  /** {@return the options of all commands} */
  public RosterCommand root() {
    return root;
  }

  /** {@return the request ids of the calls of this run} */
  public RequestIds requestIds() {
    return requestIds;
  }

  /** {@return the exit code of a run that was interrupted} */
  public int interruptedCode() {
    return root.stop().exitCode().orElse(ExitCode.INTERRUPTED);
  }

  @Override
  public void close() {
    notices.clear();
    client.close();
  }
}
