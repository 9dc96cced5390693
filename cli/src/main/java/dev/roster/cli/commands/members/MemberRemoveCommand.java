package dev.roster.cli.commands.members;

import dev.roster.cli.changes.ChangeOptions;
import dev.roster.cli.changes.ChangeRun;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.rows.ChangeRow.Action;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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
        MemberAddCommand.planned(
            session, Action.REMOVE, Objects.requireNonNull(group, "required"), users);
    return new ChangeRun(session, planned)
        .run(
            options,
            (bulk, results) ->
                bulk.remove(planned.stream().map(row -> row.change().pair()).iterator(), results));
  }
}
