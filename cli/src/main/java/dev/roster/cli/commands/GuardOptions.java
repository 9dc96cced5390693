package dev.roster.cli.commands;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.configuration.VariableDefaults;
import dev.roster.reconcile.Protection;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.RemovalRule;
import dev.roster.reconcile.SourceTrust;
import dev.roster.sync.RequestIds;
import dev.roster.sync.SyncRun;
import dev.roster.sync.SyncRunBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What keeps a run from removing what it should not. */
final class GuardOptions {

  @Option(
      names = "--state",
      paramLabel = "DIRECTORY",
      description = {
        "what runs keep: state, audit and lock; each source needs its own.",
        "Default: roster/PROVIDER-STORE in ~/.local/state"
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
      names = "--max-shrinkage",
      paramLabel = "SHARE",
      description = "by how much the source may shrink between runs; default: 0.2")
  private double maxShrinkage = SourceTrust.DEFAULT_MAX_SHRINKAGE;

  @Option(
      names = "--quarantine",
      paramLabel = "TIME",
      description = "how long a removal is due before it is made, 0 for at once; default: 24h")
  private String quarantine = "24h";

  @Option(
      names = "--allow",
      paramLabel = "RULE",
      description = "let this run remove in spite of a rule that refused it, such as source-shrank")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = "--approval",
      paramLabel = "FILE",
      description = "remove only what this approval allows; 'roster approve' makes it")
  private @Nullable Path approval;

  @Option(names = "--by", paramLabel = "NAME", description = "who does this, for the audit")
  private @Nullable String by;

  boolean hasApproval() {
    return approval != null;
  }

  SyncRunBuilder builder(Session session, RequestIds requestIds) {
    try {
      SyncRunBuilder builder =
          SyncRun.builder(session.client(), state == null ? usual(session) : state)
              .by(by == null ? user(session) : by)
              .guard(RemovalGuard.defaults().withMaxRemovals(maxRemovals).withMaxShare(maxShare))
              .trust(SourceTrust.defaults().withMaxShrinkage(maxShrinkage))
              .protection(protection())
              .quarantine(quarantine())
              .allow(allowed.stream().map(RemovalRule::of).toArray(RemovalRule[]::new))
              .requestIds(requestIds)
              .progress(progress -> session.progress().show(progress.together()));
      if (approval != null) {
        builder.approval(approval);
      }
      return session.names().areWanted() ? builder.readingNames() : builder;
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  private Protection protection() {
    return Protection.none()
        .withGroupsLike(groups.toArray(String[]::new))
        .withMembersLike(users.toArray(String[]::new));
  }

  private Duration quarantine() {
    return quarantine.matches("0[a-z]*")
        ? Duration.ZERO
        : new DurationConverter().convert(quarantine);
  }

  private static String user(Session session) {
    return session
        .root()
        .surroundings()
        .variable("USER")
        .map(name -> "roster, " + name)
        .orElse("roster");
  }

  private static Path usual(Session session) {
    var surroundings = session.root().surroundings();
    String home = surroundings.variable("HOME").orElse(System.getProperty("user.home", "."));
    String base = surroundings.variable("XDG_STATE_HOME").orElse(home + "/.local/state");
    String store = session.client().identityStoreId().value().replaceAll("[^A-Za-z0-9.-]", "_");
    return Path.of(base, "roster", session.client().provider() + "-" + store);
  }
}
