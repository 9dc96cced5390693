package dev.roster.cli.commands.sync;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes as {@code --output action-csv} writes them, one a line; the ids count, not the names. */
final class ActionCsv {

  private static final String HEADER = "action,";

  private record Line(String action, GroupId group, UserId user) {

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
    return text.startsWith(HEADER) || text.startsWith("\ufeff" + HEADER);
  }

  /** A plan of exactly these changes, as far as they are not made. */
  static ReconcilePlan plan(RosterClient client, String text) {
    List<Line> lines = lines(text);
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

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    for (NamedCsvRecord each :
        CsvReader.builder()
            .ofNamedCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)) {
      lines.add(line(each));
    }
    return lines;
  }

  private static Line line(NamedCsvRecord fields) {
    String action = fields.findField("action").orElse("");
    if (!action.equals("add") && !action.equals("remove")) {
      throw new IllegalArgumentException(
          "line %d: the action must be add or remove".formatted(fields.getStartingLineNumber()));
    }
    return new Line(
        action, new GroupId(field(fields, "group_id")), new UserId(field(fields, "user_id")));
  }

  private static String field(NamedCsvRecord fields, String name) {
    return fields
        .findField(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "line %d: there is no %s".formatted(fields.getStartingLineNumber(), name)));
  }
}
