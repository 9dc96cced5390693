package dev.roster.cli.commands.members;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.rows.AccessRow;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks memberships. */
@Command(
    name = "check",
    description = "Says of each user whether it is in a group.",
    footer = {"", "Example:", "  roster member check Engineers ada grace"})
final class MemberCheckCommand extends StoreCommand {

  @Parameters(index = "0", paramLabel = "GROUP", description = "a name or an id")
  private @Nullable String group;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "USER",
      description = "user names, e-mail addresses or ids")
  private List<String> users = List.of();

  @Override
  protected int run(Session session) {
    GroupId id = session.names().group(Objects.requireNonNull(group, "required"));
    List<UserId> members = List.copyOf(session.names().users(users).values());
    session.results().all(AccessRow.SHAPE, AccessRow.of(session, members, List.of(id)));
    return ExitCode.DONE;
  }
}
