package dev.roster.cli;

import dev.roster.cli.commands.Program;
import dev.roster.cli.terminal.Surroundings;

/** Starts the program. */
final class Main {

  private Main() {}

  /**
   * Runs the program.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(Program.main(Surroundings.ofProcess(), arguments));
  }
}
