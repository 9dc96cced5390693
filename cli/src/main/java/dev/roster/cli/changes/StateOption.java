package dev.roster.cli.changes;

import dev.roster.cli.session.Session;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs keep their files. */
public final class StateOption {

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
    String home = surroundings.variable("HOME").orElse(System.getProperty("user.home", "."));
    String base = surroundings.variable("XDG_STATE_HOME").orElse(home + "/.local/state");
    String store = session.client().provider() + "-" + session.client().identityStoreId().value();
    return Path.of(base, "roster", SourceDirectory.fileName(store));
  }
}
