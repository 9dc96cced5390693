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
import java.util.List;
import picocli.CommandLine;

/** The commands of the program. */
final class Commands {

  private static final String COMPLETION = "completion";

  /** In the order of the help. */
  static final List<String> NAMES =
      List.of(
          "user",
          "group",
          "member",
          "groups-of",
          "matrix",
          "review",
          "plan",
          "approve",
          "apply",
          "sync",
          "snapshot",
          "drift",
          "mirror",
          "offboard",
          "doctor",
          "emulator",
          "demo",
          COMPLETION);

  private Commands() {}

  /**
   * Adds those that the arguments can mean, because looking at each takes time at every start. All
   * of them where none is named, or a script is made of them.
   */
  static void addTo(CommandLine program, String... arguments) {
    List<String> words = List.of(arguments);
    boolean all = words.contains(COMPLETION);
    for (String name : NAMES) {
      if (all || words.contains(name)) {
        program.addSubcommand(named(name));
      }
    }
    if (program.getSubcommands().isEmpty()) {
      addTo(program, COMPLETION);
    }
  }

  /** Not a table of classes: each class that is named is loaded. */
  private static Class<?> named(String name) {
    return switch (name) {
      case "user" -> UserCommand.class;
      case "group" -> GroupCommand.class;
      case "member" -> MemberCommand.class;
      case "groups-of" -> GroupsOfCommand.class;
      case "matrix" -> MatrixCommand.class;
      case "review" -> ReviewCommand.class;
      case "plan" -> PlanCommand.class;
      case "approve" -> ApproveCommand.class;
      case "apply" -> ApplyCommand.class;
      case "sync" -> SyncCommand.class;
      case "snapshot" -> SnapshotCommand.class;
      case "drift" -> DriftCommand.class;
      case "mirror" -> MirrorCommand.class;
      case "offboard" -> OffboardCommand.class;
      case "doctor" -> DoctorCommand.class;
      case "emulator" -> EmulatorCommand.class;
      case "demo" -> DemoCommand.class;
      default -> CompletionCommand.class;
    };
  }
}
