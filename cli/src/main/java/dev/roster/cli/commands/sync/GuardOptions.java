package dev.roster.cli.commands.sync;

import dev.roster.cli.changes.SourceDirectory;
import dev.roster.cli.changes.StateOption;
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
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What keeps any run from removing what it should not, and where its files are. */
final class GuardOptions {

  private static final Pattern PREFIXED = Pattern.compile("(id|name|email|external):");

  @Mixin private StateOption state = new StateOption();

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

  SourceDirectory directory(Session session, Path source) {
    return state.directory(session, source);
  }

  /** A run of what is in no file. */
  SyncRunBuilder builder(Session session) {
    return builder(session, state.directory(session));
  }

  SyncRunBuilder builder(Session session, Path directory) {
    SyncRunBuilder builder =
        checked(
            () ->
                SyncRun.builder(session.client(), directory)
                    .guard(guard())
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

  private RemovalGuard guard() {
    return RemovalGuard.defaults().withMaxRemovals(maxRemovals).withMaxShare(maxShare);
  }

  private Protection protection() {
    return Protection.none()
        .withGroupsLike(patterns("--protect-group", groups))
        .withMembersLike(patterns("--protect-user", users));
  }

  /** What says elsewhere that a text is a name or an id would be a part of the pattern here. */
  private static String[] patterns(String option, List<String> written) {
    for (String pattern : written) {
      if (PREFIXED.matcher(pattern).lookingAt()) {
        throw new UsageException(
            ("%s %s: a pattern is a name or an id as it is, and this one would protect what is"
                    + " called so; ? stands for any character, such as that colon")
                .formatted(option, pattern));
      }
    }
    return written.toArray(String[]::new);
  }
}
