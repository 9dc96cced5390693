package dev.roster.cli.commands;

import dev.roster.cli.commands.entries.GroupCommand;
import dev.roster.cli.commands.entries.UserCommand;
import dev.roster.cli.commands.members.GroupsOfCommand;
import dev.roster.cli.commands.members.MemberCommand;
import dev.roster.cli.commands.members.OffboardCommand;
import dev.roster.cli.commands.reports.DriftCommand;
import dev.roster.cli.commands.reports.MatrixCommand;
import dev.roster.cli.commands.reports.ReviewCommand;
import dev.roster.cli.commands.reports.SnapshotCommand;
import dev.roster.cli.commands.sync.ApplyCommand;
import dev.roster.cli.commands.sync.ApproveCommand;
import dev.roster.cli.commands.sync.MirrorCommand;
import dev.roster.cli.commands.sync.PlanCommand;
import dev.roster.cli.commands.sync.SyncCommand;
import dev.roster.cli.commands.tools.CompletionCommand;
import dev.roster.cli.commands.tools.DemoCommand;
import dev.roster.cli.commands.tools.DoctorCommand;
import dev.roster.cli.commands.tools.EmulatorCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the program, in the order of its help. */
final class Commands {

  private static final List<Class<?>> ALL =
      List.of(
          UserCommand.class,
          GroupCommand.class,
          MemberCommand.class,
          GroupsOfCommand.class,
          MatrixCommand.class,
          ReviewCommand.class,
          PlanCommand.class,
          ApproveCommand.class,
          ApplyCommand.class,
          SyncCommand.class,
          SnapshotCommand.class,
          DriftCommand.class,
          MirrorCommand.class,
          OffboardCommand.class,
          DoctorCommand.class,
          EmulatorCommand.class,
          DemoCommand.class,
          CompletionCommand.class);

  private Commands() {}

  /**
   * Adds those that the arguments can mean, because looking at each takes time at every start. All
   * of them where none is named, or a script is made of them.
   */
  static void addTo(CommandLine program, String... arguments) {
    Set<String> words = Arrays.stream(arguments).collect(Collectors.toSet());
    List<Class<?>> named = ALL.stream().filter(command -> words.contains(name(command))).toList();
    boolean all = named.isEmpty() || words.contains(name(CompletionCommand.class));
    (all ? ALL : named).forEach(program::addSubcommand);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }
}
