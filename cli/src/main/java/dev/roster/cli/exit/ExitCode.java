package dev.roster.cli.exit;

/** What the program's end says to scripts. */
public final class ExitCode {

  /** Done, or nothing to do. */
  public static final int DONE = 0;

  /** An error. */
  public static final int ERROR = 1;

  /** Changes are due. */
  public static final int CHANGES_DUE = 2;

  /** Refused by a guard, or not confirmed. */
  public static final int REFUSED = 3;

  /** Partly done; the same command again does the rest. */
  public static final int PARTLY_DONE = 4;

  /** Wrong usage. */
  public static final int USAGE = 64;

  /** Interrupted; what was done is printed. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
