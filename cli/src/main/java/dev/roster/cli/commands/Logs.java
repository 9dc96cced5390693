package dev.roster.cli.commands;

/** What the libraries log: errors only, on the error stream. Calls are shown by {@code -v}. */
final class Logs {

  private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private Logs() {}

  /** Has an effect before the first line is logged only, and where nothing else was chosen. */
  static void quiet() {
    if (System.getProperty(LEVEL) == null) {
      System.setProperty(LEVEL, "error");
    }
  }
}
