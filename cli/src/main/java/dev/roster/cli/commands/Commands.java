package dev.roster.cli.commands;

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
