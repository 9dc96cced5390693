package dev.roster.cli.commands.members;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.changes.AuditOptions;
import dev.roster.cli.changes.ChangeOptions;
import dev.roster.cli.changes.ChangeRun;
import dev.roster.cli.options.MembersArguments;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.rows.ChangeRow.Action;
import dev.roster.cli.rows.ChangeRow.Change;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds members. */
@Command(
    name = "add",
    description = "Makes sure that users are in a group. Who is there already stays.",
    footer = {
      "",
      "Examples:",
      "  roster member add Engineers ada grace@example.com",
      "  roster member add Engineers ada --dry-run"
    })
final class MemberAddCommand extends StoreCommand {

  @Mixin private MembersArguments members = new MembersArguments();
  @Mixin private AuditOptions audit = new AuditOptions();
  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  protected int run(Session session) throws Exception {
    return new ChangeRun(session, planned(session, Action.ADD, members)).add(options, audit);
  }

  static List<ChangeRow> planned(Session session, Action action, MembersArguments members) {
    GroupId id = members.group(session.names());
    List<UserId> ids = members.users(session.names());
    session.names().readGroups(List.of(id));
    session.names().readUsers(ids);
    return ChangeRow.planned(
        ids.stream().map(user -> new Change(action, id, user)).toList(), session.names());
  }
}
