package dev.roster.cli.commands.sync;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.query.AccessQueries;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes as {@code --output action-csv} writes them, one a line; the ids count, not the names. */
final class ActionCsv {

  /** With quotes or another separator it is one as well, which is complained about. */
  private static final Pattern HEADER = Pattern.compile("\ufeff?\"?action\"?[,;\t]");

  /** A change and the number of its line. */
  record Line(long number, String action, GroupId group, UserId user) {

    /** Listings have their own spelling of identifiers. */
    String change(RosterClient client) {
      return key(client, action.equals("remove"), group, user);
    }
  }

  private static String key(RosterClient client, boolean removal, GroupId group, MemberId member) {
    return removal
        + " "
        + client.canonicalId(group.value())
        + " "
        + client.canonicalId(member.value());
  }

  private ActionCsv() {}

  static boolean isOne(String text) {
    return HEADER.matcher(text).lookingAt();
  }

  /**
   * A plan of exactly these changes, as far as they are not made. Nothing is sent where the text is
   * not whole.
   */
  static ReconcilePlan plan(RosterClient client, String text) {
    List<Line> lines = ActionLines.of(text);
    requireOneMeaning(client, lines);
    Set<String> asked = lines.stream().map(line -> line.change(client)).collect(Collectors.toSet());
    return Reconciler.of(client)
        .plan(ReconcileMode.EXCLUSIVE, desired(client, lines))
        .keeping(change -> asked.contains(key(client, change)));
  }

  /** The members that the groups have now, changed as the lines say. */
  private static Map<GroupId, Collection<MemberId>> desired(RosterClient client, List<Line> lines) {
    Map<GroupId, Collection<MemberId>> desired = new LinkedHashMap<>();
    AccessQueries.of(client)
        .listGroups(lines.stream().map(Line::group).distinct().toList())
        .forEach((group, present) -> desired.put(group, members(present)));
    lines.forEach(line -> change(client, desired.getOrDefault(line.group, Set.of()), line));
    return desired;
  }

  /** What others changed since the groups were listed is no change of the file. */
  private static String key(RosterClient client, PlannedChange change) {
    return key(client, change.isRemoval(), change.groupId(), change.memberId());
  }

  private static Collection<MemberId> members(List<Membership> present) {
    Set<MemberId> members = new LinkedHashSet<>();
    present.forEach(each -> members.add(each.memberId()));
    return members;
  }

  /** Listings have their own spelling of identifiers. */
  private static void change(RosterClient client, Collection<MemberId> members, Line line) {
    String wanted = client.canonicalId(line.user.value());
    boolean present =
        members.stream().anyMatch(each -> client.canonicalId(each.value()).equals(wanted));
    if (line.action.equals("remove")) {
      members.removeIf(each -> client.canonicalId(each.value()).equals(wanted));
    } else if (!present) {
      members.add(line.user);
    }
  }

  /** Each change once; nothing is guessed where the lines disagree. */
  private static void requireOneMeaning(RosterClient client, List<Line> lines) {
    Map<String, Line> byPair = new HashMap<>();
    for (Line line : lines) {
      Line earlier = byPair.putIfAbsent(key(client, false, line.group, line.user), line);
      if (earlier != null && !earlier.action.equals(line.action)) {
        throw new IllegalArgumentException(
            "lines %d and %d add and remove the same member of the same group"
                .formatted(earlier.number, line.number));
      }
    }
  }
}
