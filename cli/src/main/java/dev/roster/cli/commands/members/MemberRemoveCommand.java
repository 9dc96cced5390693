package dev.roster.cli.commands.members;

import dev.roster.cli.changes.AuditOptions;
import dev.roster.cli.changes.ChangeOptions;
import dev.roster.cli.changes.ChangeRun;
import dev.roster.cli.options.MembersArguments;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.rows.ChangeRow.Action;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes members. */
@Command(
    name = "remove",
    description = "Makes sure that users are not in a group. It asks before.",
    footer = {
      "",
      "Examples:",
      "  roster member remove Engineers ada",
      "  roster member remove Engineers ada --yes      in a script"
    })
final class MemberRemoveCommand extends StoreCommand {

  @Mixin private MembersArguments members = new MembersArguments();
  @Mixin private AuditOptions audit = new AuditOptions();
  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  protected int run(Session session) throws Exception {
    List<ChangeRow> planned = MemberAddCommand.planned(session, Action.REMOVE, members);
    return new ChangeRun(session, planned).remove(options, audit);
  }
}
