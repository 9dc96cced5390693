package dev.roster.cli.commands.reports;

import dev.roster.GroupId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.directory.Group;
import dev.roster.directory.KnownNames;
import dev.roster.directory.User;
import dev.roster.sync.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps the memberships of groups in a file. */
@Command(
    name = "snapshot",
    description = {
      "Keeps the memberships of groups in a file, for 'roster drift'.",
      "The same memberships give the same bytes."
    },
    footer = {
      "",
      "Examples:",
      "  roster snapshot before.snapshot",
      "  roster snapshot before.snapshot Admins Engineers"
    })
public final class SnapshotCommand extends StoreCommand {

  @Parameters(index = "0", paramLabel = "FILE", description = "where to keep it")
  private @Nullable Path file;

  @Parameters(index = "1..*", paramLabel = "GROUP", description = "names or ids; default: all")
  private List<String> groups = List.of();

  @Option(fallbackValue = "true", names = "--dry-run", description = "read, and write no file")
  private boolean dryRun;

  @Override
  protected int run(Session session) {
    KnownNames names = KnownNames.none();
    Collection<GroupId> ids = session.names().groups(groups).values();
    if (groups.isEmpty()) {
      List<Group> all = session.client().directory().groups().list().stream().toList();
      ids = all.stream().map(Group::id).toList();
      names = names.withGroups(all);
    }
    Snapshot snapshot = Snapshot.of(session.client(), ids);
    if (session.names().areWanted()) {
      List<User> users = new ArrayList<>();
      session.client().directory().users().list().forEach(users::add);
      names = names.withUsers(users);
    }
    if (!dryRun) {
      snapshot.write(Objects.requireNonNull(file, "required"), names);
    }
    session.notices().say(snapshot.toString());
    return ExitCode.DONE;
  }
}
