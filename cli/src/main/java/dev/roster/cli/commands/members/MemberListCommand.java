package dev.roster.cli.commands.members;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.Pager;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.options.GroupArgument;
import dev.roster.cli.output.Rows;
import dev.roster.cli.rows.MembershipRow;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists members. */
@Command(
    name = "list",
    description = "Lists the members of a group.",
    footer = {
      "",
      "Examples:",
      "  roster member list Engineers",
      "  roster member list Engineers --ids-only       one call for each page, and no other",
      "  roster member list Engineers --output json | jq -r '.[].user_name'"
    })
final class MemberListCommand extends StoreCommand {

  @Mixin private GroupArgument group = new GroupArgument();

  @Override
  protected int run(Session session) {
    GroupId id = group.id(session.names());
    Pager<Membership> members = session.client().listMemberships(id);
    if (session.names().areWanted()) {
      writeWithNames(session, id, members.stream().toList());
    } else {
      write(session, members);
    }
    return ExitCode.DONE;
  }

  private static void writeWithNames(Session session, GroupId id, List<Membership> all) {
    session.names().readGroups(List.of(id));
    session.names().readUsers(all.stream().map(Membership::memberId).toList());
    write(session, all);
  }

  /** In the order of the service where nothing else is read: a listing of any length streams. */
  static void write(Session session, Iterable<Membership> memberships) {
    boolean names = session.names().areWanted();
    try (Rows<MembershipRow> rows = session.results().list(MembershipRow.shape(names))) {
      memberships.forEach(each -> rows.add(MembershipRow.of(each, session.names())));
      rows.end();
    }
  }
}
