package dev.roster.cli.commands.entries;

import dev.roster.DirectoryEntries;
import dev.roster.GroupId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.options.GroupArgument;
import dev.roster.cli.rows.GroupShape;
import dev.roster.cli.rows.IdShape;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Groups. */
@Command(
    name = "group",
    description = "Finds, lists, shows and creates groups.",
    subcommands = {
      GroupCommand.Find.class,
      GroupCommand.All.class,
      GroupCommand.Show.class,
      GroupCommand.Create.class
    })
public final class GroupCommand {

  /** Finds groups. */
  @Command(
      name = "find",
      description = "Finds groups by name or external id.",
      footer = {"", "Example:", "  roster group find Engineers \"On call\""})
  static final class Find extends StoreCommand {

    @Parameters(paramLabel = "GROUP", arity = "1..*", description = "names or ids")
    private List<String> groups = List.of();

    @Override
    protected int run(Session session) {
      List<GroupId> ids = List.copyOf(session.names().groups(groups).values());
      if (session.root().namesWanted()) {
        EntryReading.ofGroups(session, ids);
      } else {
        session.results().all(IdShape.GROUP_ID, ids);
      }
      return ExitCode.DONE;
    }
  }

  /** Lists groups. */
  @Command(
      name = "list",
      description = "Lists all groups of the store.",
      footer = {"", "Example:", "  roster group list"})
  static final class All extends StoreCommand {

    @Override
    protected int run(Session session) {
      return EntryReading.list(session, session.client().directory().groups(), GroupShape.GROUP);
    }
  }

  /** Shows one group. */
  @Command(
      name = "show",
      description = "Shows all that the store says of a group; not its members.",
      footer = {"", "Example:", "  roster group show Engineers"})
  static final class Show extends StoreCommand {

    @Mixin private GroupArgument group = new GroupArgument();

    @Override
    protected int run(Session session) {
      GroupId id = group.id(session.names());
      Group entry = session.client().directory().groups().get(id);
      return EntryReading.show(session, GroupShape.GROUP, entry);
    }
  }

  /** Creates a group. */
  @Command(
      name = "create",
      description = "Creates a group without members.",
      footer = {"", "Example:", "  roster group create \"On call\" --description \"Who is woken\""})
  static final class Create extends StoreCommand {

    @Parameters(paramLabel = "NAME", description = "the unique name")
    private @Nullable String name;

    @Option(names = "--description", description = "what the group is for")
    private @Nullable String description;

    @Mixin private CreationOptions creation = new CreationOptions();

    @Override
    protected int run(Session session) {
      session.results().requireFormat(GroupShape.GROUP);
      String wanted = Objects.requireNonNull(name, "required");
      DirectoryEntries<GroupId, Group> groups = session.client().directory().groups();
      if (creation.isDryRun()) {
        return creation.rehearse(session, groups, LookupKey.groupName(wanted), "group");
      }
      FieldValues<Group> fields = fields(wanted);
      GroupId id = groups.create(fields).id();
      return CreationOptions.show(session, GroupShape.GROUP, Group.of(id, fields));
    }

    private FieldValues<Group> fields(String wanted) {
      FieldValues<Group> fields = GroupFields.named(wanted);
      return description == null ? fields : fields.with(GroupFields.DESCRIPTION, description);
    }
  }
}
