package dev.roster.cli.commands.members;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.changes.ChangeOptions;
import dev.roster.cli.changes.ChangeRun;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.rows.ChangeRow.Action;
import dev.roster.cli.rows.ChangeRow.Change;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

  @Parameters(index = "0", paramLabel = "GROUP", description = "a name or an id")
  private @Nullable String group;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "USER",
      description = "user names, e-mail addresses or ids")
  private List<String> users = List.of();

  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  protected int run(Session session) throws Exception {
    List<ChangeRow> planned =
        planned(session, Action.ADD, Objects.requireNonNull(group, "required"), users);
    return new ChangeRun(session, planned)
        .run(
            options,
            (bulk, results) ->
                bulk.add(planned.stream().map(row -> row.change().pair()).iterator(), results));
  }

  static List<ChangeRow> planned(Session session, Action action, String group, List<String> users) {
    GroupId id = session.names().group(group);
    List<UserId> ids = session.names().users(users).values().stream().distinct().toList();
    session.names().readGroups(List.of(id));
    session.names().readUsers(ids);
    return ids.stream()
        .map(user -> new Change(action, id, user))
        .map(change -> ChangeRow.of(change, ChangeRow.PLANNED, session.names()))
        .toList();
  }
}
