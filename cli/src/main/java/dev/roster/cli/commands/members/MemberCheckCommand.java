package dev.roster.cli.commands.members;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.options.MembersArguments;
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

  @Mixin private MembersArguments members = new MembersArguments();

  @Override
  protected int run(Session session) {
    GroupId id = members.group(session.names());
    List<UserId> users = members.users(session.names());
    session.results().all(AccessRow.SHAPE, AccessRow.of(session, users, List.of(id)));
    return ExitCode.DONE;
  }
}
