package dev.roster.cli.commands;

/** What the program's end says to scripts. */
final class ExitCode {

  static final int DONE = 0;
  static final int ERROR = 1;
  static final int CHANGES_DUE = 2;
  static final int REFUSED = 3;
  static final int PARTLY_DONE = 4;
  static final int USAGE = 64;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
