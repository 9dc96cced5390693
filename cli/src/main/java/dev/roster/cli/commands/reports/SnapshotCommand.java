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
    if (!groups.isEmpty()) {
      return keep(session, session.names().groups(groups).values(), KnownNames.none());
    }
    List<Group> all = session.client().directory().groups().list().stream().toList();
    List<GroupId> ids = all.stream().map(Group::id).toList();
    return keep(session, ids, KnownNames.none().withGroups(all));
  }

  private int keep(Session session, Collection<GroupId> ids, KnownNames groupNames) {
    Snapshot snapshot = Snapshot.of(session.client(), ids);
    KnownNames names = withUsers(session, groupNames);
    if (!dryRun) {
      snapshot.write(Objects.requireNonNull(file, "required"), names);
    }
    session.notices().say(snapshot.toString());
    return ExitCode.DONE;
  }

  private static KnownNames withUsers(Session session, KnownNames names) {
    if (!session.names().areWanted()) {
      return names;
    }
    List<User> users = new ArrayList<>();
    session.client().directory().users().list().forEach(users::add);
    return names.withUsers(users);
  }
}
