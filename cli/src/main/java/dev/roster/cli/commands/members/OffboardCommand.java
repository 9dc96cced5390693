package dev.roster.cli.commands.members;

import dev.roster.Membership;
import dev.roster.UserId;
import dev.roster.cli.changes.AuditOptions;
import dev.roster.cli.changes.ChangeOptions;
import dev.roster.cli.changes.ChangeRun;
import dev.roster.cli.changes.ChangeRun.Changing;
import dev.roster.cli.options.UserArgument;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.rows.ChangeRow.Action;
import dev.roster.cli.rows.ChangeRow.Change;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a user out of all groups. */
@Command(
    name = "offboard",
    description = {
      "Removes a user from all groups of the store.",
      "It shows them and asks before."
    },
    footer = {
      "",
      "Examples:",
      "  roster offboard ada --dry-run",
      "  roster offboard ada --yes --output csv >> offboarded.csv"
    })
public final class OffboardCommand extends StoreCommand {

  @Mixin private UserArgument user = new UserArgument();

  @Mixin private AuditOptions audit = new AuditOptions();
  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  protected int run(Session session) throws Exception {
    UserId id = user.id(session.names());
    List<Membership> memberships = GroupsOfCommand.memberships(session, id);
    List<ChangeRow> planned = planned(session, memberships);
    if (planned.isEmpty()) {
      session.notices().say("the user is in no group");
    }
    Changing removing =
        (changes, bulk, results) ->
            changes.removeMemberships(bulk, memberships.iterator(), results);
    return new ChangeRun(session, planned).run(options, audit, removing);
  }

  private static List<ChangeRow> planned(Session session, List<Membership> memberships) {
    return ChangeRow.planned(
        memberships.stream()
            .map(each -> new Change(Action.REMOVE, each.groupId(), each.memberId()))
            .toList(),
        session.names());
  }
}
