package dev.roster.cli.changes;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.session.Session;
import dev.roster.cli.terminal.Surroundings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs keep their files. */
public final class StateOption {

  private static final String UNKNOWN = "?";

  @Option(
      names = "--state",
      paramLabel = "DIRECTORY",
      description = {
        "what runs keep: state, audit and lock; each source needs its own.",
        "Default: roster/PROVIDER-STORE in ~/.local/state; plan and sync add",
        "the name of FILE to it"
      })
  private @Nullable Path state;

  /**
   * The directory of changes that follow no file.
   *
   * @param session the run
   * @return that of the option, or that of the store
   */
  public Path directory(Session session) {
    return state == null ? ofStore(session) : state;
  }

  /**
   * The directory of a file that groups follow.
   *
   * @param session the run
   * @param source the file
   * @return that of the option, or one of the file's own in that of the store
   */
  public SourceDirectory directory(Session session, Path source) {
    return state == null
        ? SourceDirectory.under(ofStore(session), source)
        : SourceDirectory.chosen(state);
  }

  private static Path ofStore(Session session) {
    var surroundings = session.root().surroundings();
    String base =
        surroundings
            .variable("XDG_STATE_HOME")
            .orElseGet(() -> home(surroundings) + "/.local/state");
    String store = session.client().provider() + "-" + session.client().identityStoreId().value();
    return Path.of(base, "roster", SourceDirectory.fileName(store));
  }

  /** An account without a home, as of a container, has '?' in Java. */
  private static String home(Surroundings surroundings) {
    String home = surroundings.variable("HOME").orElse(System.getProperty("user.home", UNKNOWN));
    if (home.equals(UNKNOWN)) {
      throw new UsageException(
          "this account has no home directory: --state names the directory of state and audit");
    }
    return home;
  }
}
