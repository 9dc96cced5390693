package dev.roster.cli.commands.members;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.options.GroupArgument;
import dev.roster.cli.options.UsersArgument;
import dev.roster.cli.rows.AccessRow;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks memberships. */
@Command(
    name = "check",
    description = "Says of each user whether it is in a group.",
    footer = {"", "Example:", "  roster member check Engineers ada grace"})
final class MemberCheckCommand extends StoreCommand {

  @Mixin private GroupArgument group = new GroupArgument();
  @Mixin private UsersArgument users = new UsersArgument();

  @Override
  protected int run(Session session) {
    GroupId id = group.id(session.names());
    List<UserId> members = users.ids(session.names());
    session.results().all(AccessRow.SHAPE, AccessRow.of(session, members, List.of(id)));
    return ExitCode.DONE;
  }
}
