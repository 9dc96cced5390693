package dev.roster.cli.commands.sync;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.cli.changes.AuditOptions;
import dev.roster.cli.changes.ChangeOptions;
import dev.roster.cli.changes.ChangeRun;
import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.cli.store.StoreNames;
import dev.roster.cli.terminal.PrintableText;
import dev.roster.reconcile.GroupMirror;
import dev.roster.reconcile.MirrorPlan;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalGuard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes groups follow those of another store. */
@Command(
    name = "mirror",
    description = {
      "Makes groups follow groups of another store.",
      "The other store can be on another cloud. Members are matched by user name or e-mail",
      "address. Members are only added, unless --exclusive."
    },
    footer = {
      "",
      "Examples:",
      "  roster mirror --source aws-production Engineers --dry-run",
      "  roster mirror --source aws-production Engineers=Developers --match email",
      "  roster mirror --source aws-production Engineers --exclusive --yes"
    })
public final class MirrorCommand extends StoreCommand {

  private static final String FOLLOWS_ONE = "a group can follow one group only";

  /** What users are matched by. */
  enum Key {
    name,
    email
  }

  @Option(
      names = "--source",
      paramLabel = "STORE",
      required = true,
      description = "the store that is followed: a URI or the name of a profile")
  private String source = "";

  @Parameters(
      paramLabel = "GROUP[=GROUP]",
      arity = "1..*",
      description = "a group of the source, and the group that follows it if its name is another")
  private List<String> groups = List.of();

  @Option(
      names = "--match",
      paramLabel = "KEY",
      description = "what users are matched by: ${COMPLETION-CANDIDATES}")
  private Key match = Key.name;

  @Option(
      fallbackValue = "true",
      names = "--exclusive",
      description = "also remove members that the source does not have")
  private boolean exclusive;

  @Option(
      fallbackValue = "true",
      names = "--without-disabled",
      description = "users that are disabled in the source are no members")
  private boolean withoutDisabled;

  @Option(
      names = "--allow-removals",
      paramLabel = "COUNT",
      description = "let this run remove so many members, whatever share that is")
  private @Nullable Long allowed;

  @Mixin private AuditOptions audit = new AuditOptions();
  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  protected int run(Session session) throws Exception {
    refuseKeyAsAuthor();
    try (RosterClient followed =
        root().settings().open(root().address(source), session.notices(), session.progress())) {
      GroupMirror mirror = mirror(session, followed);
      ReconcileMode mode = exclusive ? ReconcileMode.EXCLUSIVE : ReconcileMode.ADDITIVE;
      Map<GroupId, GroupId> pairs = pairs(session, followed);
      MirrorPlan plan = GuardOptions.checked(() -> mirror.plan(mode, pairs));
      complain(session, followed, plan);
      return carryOut(session, plan.changes());
    }
  }

  /** What users are matched by was given with --by once, and would be another key now. */
  private void refuseKeyAsAuthor() {
    for (Key key : Key.values()) {
      if (audit.isBy(key.name())) {
        throw new UsageException(
            "--by is who does this; what users are matched by is --match %s".formatted(key));
      }
    }
  }

  private GroupMirror mirror(Session session, RosterClient followed) {
    GroupMirror mirror =
        GroupMirror.between(followed, session.client())
            .matchingBy(match == Key.email ? GroupMirror.BY_EMAIL : GroupMirror.BY_USER_NAME);
    return withoutDisabled ? mirror.withoutDisabledUsers() : mirror;
  }

  /** Of each group that follows, the one that it follows. */
  private Map<GroupId, GroupId> pairs(Session session, RosterClient followed) {
    StoreNames theirs = new StoreNames(followed, false, session.notices()::say);
    Map<String, String> written = written();
    Map<String, GroupId> leaders = theirs.groups(written.values());
    Map<String, GroupId> followers = session.names().groups(written.keySet());
    Map<GroupId, GroupId> pairs = new LinkedHashMap<>();
    followers.forEach(
        (name, id) ->
            pair(session, pairs, id, Objects.requireNonNull(leaders.get(written.get(name)))));
    return pairs;
  }

  private Map<String, String> written() {
    Map<String, String> written = new LinkedHashMap<>();
    for (String group : groups) {
      int sign = group.indexOf('=');
      String leader = sign < 0 ? group : group.substring(0, sign);
      if (written.put(group.substring(sign + 1), leader) != null) {
        throw new UsageException(FOLLOWS_ONE);
      }
    }
    return written;
  }

  /** Two texts can mean one group, such as its name and its id. */
  private static void pair(
      Session session, Map<GroupId, GroupId> pairs, GroupId follower, GroupId leader) {
    if (isAmong(session.client(), pairs.keySet(), follower)) {
      throw new UsageException(FOLLOWS_ONE);
    }
    pairs.put(follower, leader);
  }

  private static boolean isAmong(RosterClient client, Set<GroupId> groups, GroupId group) {
    String id = client.canonicalId(group.value());
    return groups.stream().anyMatch(each -> client.canonicalId(each.value()).equals(id));
  }

  private static void complain(Session session, RosterClient followed, MirrorPlan plan) {
    StoreNames theirs = new StoreNames(followed, true, session.notices()::say);
    theirs.readUsers(plan.unmatched());
    theirs.readUsers(plan.ambiguous().keySet());
    complaints(plan, theirs).forEach(words -> session.notices().say("left out: " + words));
    if (plan.skipped() > 0) {
      session.notices().say("left out: %d members that are no users".formatted(plan.skipped()));
    }
  }

  private static Stream<String> complaints(MirrorPlan plan, StoreNames theirs) {
    return Stream.concat(
        plan.unmatched().stream().map(user -> label(theirs, user) + " has no match"),
        plan.ambiguous().keySet().stream()
            .map(user -> label(theirs, user) + " has several matches"));
  }

  private static String label(StoreNames names, UserId user) {
    String name = names.of(user);
    return PrintableText.of(name == null ? user.value() : name);
  }

  private int carryOut(Session session, ReconcilePlan plan) throws Exception {
    RemovalGuard guard = guard();
    if (!options.isDryRun()) {
      guard.check(plan);
    }
    Reconciler reconciler = reconciler(session, guard);
    return new ChangeRun(session, PlannedRows.of(session, plan))
        .carryOut(options, audit, (changes, results) -> changes.apply(reconciler, plan, results));
  }

  private static Reconciler reconciler(Session session, RemovalGuard guard) {
    return Reconciler.of(session.client())
        .withGuard(guard)
        .withProgress(progress -> session.progress().show(progress.together()));
  }

  private RemovalGuard guard() {
    return allowed == null
        ? RemovalGuard.defaults()
        : RemovalGuard.allowingAll().withMaxRemovals(allowed);
  }
}
