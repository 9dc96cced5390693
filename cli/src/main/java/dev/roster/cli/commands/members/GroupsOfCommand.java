package dev.roster.cli.commands.members;

import dev.roster.Membership;
import dev.roster.UserId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.options.UserArgument;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the groups of a user. */
@Command(
    name = "groups-of",
    description = "Lists the groups that a user is in.",
    footer = {"", "Example:", "  roster groups-of ada"})
public final class GroupsOfCommand extends StoreCommand {

  @Mixin private UserArgument user = new UserArgument();

  @Override
  protected int run(Session session) {
    UserId id = user.id(session.names());
    MemberListCommand.write(session, memberships(session, id));
    return ExitCode.DONE;
  }

  static List<Membership> memberships(Session session, UserId id) {
    List<Membership> all = session.client().listMembershipsForMember(id).stream().toList();
    session.names().readUsers(List.of(id));
    session.names().readGroups(all.stream().map(Membership::groupId).toList());
    return all;
  }
}
