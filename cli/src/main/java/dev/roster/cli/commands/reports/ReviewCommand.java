package dev.roster.cli.commands.reports;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.UserId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Rows;
import dev.roster.cli.rows.MembershipRow;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.query.AccessQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes down all memberships. */
@Command(
    name = "review",
    description = {
      "Writes down who is in which group, for a review of access.",
      "Of all groups, or of some. The same memberships give the same bytes, in the order of names."
    },
    footer = {
      "",
      "Examples:",
      "  roster review --output csv > review.csv",
      "  roster review Admins \"On call\""
    })
public final class ReviewCommand extends StoreCommand {

  /** So many groups are held at a time: memory does not grow with the store's memberships. */
  private static final int GROUPS_AT_A_TIME = 64;

  @Parameters(paramLabel = "GROUP", arity = "0..*", description = "names or ids; default: all")
  private List<String> groups = List.of();

  @Override
  protected int run(Session session) {
    List<GroupId> reviewed = groups.isEmpty() ? all(session) : some(session);
    List<UserId> users = groups.isEmpty() ? users(session) : List.of();
    boolean names = session.names().areWanted();
    try (Rows<MembershipRow> rows = session.results().list(MembershipRow.shape(names))) {
      if (!users.isEmpty() && users.size() < reviewed.size()) {
        write(session, rows, byMember(session, users));
      } else {
        byGroup(session, reviewed, rows);
      }
      rows.end();
    }
    return ExitCode.DONE;
  }

  private List<GroupId> some(Session session) {
    Collection<GroupId> ids = session.names().groups(groups).values();
    session.names().readGroups(ids);
    return inOrder(session, ids);
  }

  private static List<GroupId> all(Session session) {
    List<GroupId> ids = new ArrayList<>();
    for (Group group : session.client().directory().groups().list()) {
      ids.add(group.id());
      session.names().know(group);
    }
    return inOrder(session, ids);
  }

  private static List<GroupId> inOrder(Session session, Collection<GroupId> ids) {
    return ids.stream()
        .sorted(
            Comparator.comparing((GroupId id) -> String.valueOf(session.names().of(id)))
                .thenComparing(GroupId::value))
        .toList();
  }

  /** A whole review names nearly all users: listing them takes the fewest calls. */
  private static List<UserId> users(Session session) {
    List<UserId> ids = new ArrayList<>();
    if (session.names().areWanted()) {
      for (User user : session.client().directory().users().list()) {
        ids.add(user.id());
        session.names().know(user);
      }
    }
    return ids;
  }

  /** Fewer listings where there are fewer users than groups. */
  private static List<Membership> byMember(Session session, List<UserId> users) {
    return AccessQueries.of(session.client()).listMembers(users).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  private static void byGroup(Session session, List<GroupId> reviewed, Rows<MembershipRow> rows) {
    AccessQueries queries = AccessQueries.of(session.client());
    for (int from = 0; from < reviewed.size(); from += GROUPS_AT_A_TIME) {
      int to = Math.min(reviewed.size(), from + GROUPS_AT_A_TIME);
      for (List<Membership> members : queries.listGroups(reviewed.subList(from, to)).values()) {
        write(session, rows, members);
      }
      session.progress().show("groups listed", to, reviewed.size());
    }
  }

  private static void write(
      Session session, Rows<MembershipRow> rows, List<Membership> memberships) {
    List<MemberId> members = memberships.stream().map(Membership::memberId).toList();
    session.names().readUsers(members);
    memberships.stream()
        .map(each -> MembershipRow.of(each, session.names()))
        .sorted(MembershipRow.ORDER)
        .forEach(rows::add);
  }
}
