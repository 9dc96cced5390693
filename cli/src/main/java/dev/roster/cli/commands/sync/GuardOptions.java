package dev.roster.cli.commands.sync;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.configuration.VariableDefaults;
import dev.roster.cli.session.Session;
import dev.roster.reconcile.Protection;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.RemovalRule;
import dev.roster.sync.SyncRun;
import dev.roster.sync.SyncRunBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What keeps any run from removing what it should not, and where its files are. */
final class GuardOptions {

  @Option(
      names = "--state",
      paramLabel = "DIRECTORY",
      description = {
        "what runs keep: state, audit and lock; each source needs its own.",
        "Default: roster/PROVIDER-STORE in ~/.local/state; plan and sync add",
        "the name of FILE to it, so that files of one name need --state"
      })
  private @Nullable Path state;

  @Option(
      names = "--protect-group",
      split = VariableDefaults.SPLIT,
      hideParamSyntax = true,
      paramLabel = "PATTERN",
      description = "names or ids of groups that lose no member; * and ? stand for others")
  private List<String> groups = new ArrayList<>();

  @Option(
      names = "--protect-user",
      split = VariableDefaults.SPLIT,
      hideParamSyntax = true,
      paramLabel = "PATTERN",
      description = "names or ids of users that no group loses")
  private List<String> users = new ArrayList<>();

  @Option(
      names = "--max-removals",
      paramLabel = "COUNT",
      description = "the most removals of a run; default: 100")
  private long maxRemovals = RemovalGuard.DEFAULT_MAX_REMOVALS;

  @Option(
      names = "--max-share",
      paramLabel = "SHARE",
      description = "the largest share of a group that is removed; default: 0.5")
  private double maxShare = RemovalGuard.DEFAULT_MAX_SHARE;

  @Option(
      names = "--allow",
      paramLabel = "RULE",
      description = "let this run remove in spite of a rule that refused it, such as source-shrank")
  private List<String> allowed = new ArrayList<>();

  /** A run whose files are in the directory of a source, or of the store if that is empty. */
  SyncRunBuilder builder(Session session, String source) {
    SyncRunBuilder builder =
        checked(
            () ->
                SyncRun.builder(session.client(), state == null ? usual(session, source) : state)
                    .guard(
                        RemovalGuard.defaults().withMaxRemovals(maxRemovals).withMaxShare(maxShare))
                    .protection(protection())
                    .allow(allowed.stream().map(RemovalRule::of).toArray(RemovalRule[]::new))
                    .progress(progress -> session.progress().show(progress.together())));
    return session.names().areWanted() ? builder.readingNames() : builder;
  }

  /** What the library refuses of an option is a mistake of the call. */
  static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  private Protection protection() {
    return Protection.none()
        .withGroupsLike(groups.toArray(String[]::new))
        .withMembersLike(users.toArray(String[]::new));
  }

  private static Path usual(Session session, String source) {
    var surroundings = session.root().surroundings();
    String home = surroundings.variable("HOME").orElse(System.getProperty("user.home", "."));
    String base = surroundings.variable("XDG_STATE_HOME").orElse(home + "/.local/state");
    String store = session.client().provider() + "-" + session.client().identityStoreId().value();
    return Path.of(base, "roster", fileName(store), fileName(source));
  }

  private static String fileName(String text) {
    return text.replaceAll("[^A-Za-z0-9.-]", "_");
  }
}
