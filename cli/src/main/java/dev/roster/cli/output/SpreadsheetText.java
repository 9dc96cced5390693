package dev.roster.cli.output;

/**
 * Text that a spreadsheet does not take for a formula. A spreadsheet runs what begins with certain
 * characters, whoever wrote it: a user's name, for example.
 */
final class SpreadsheetText {

  /** With those of full width, which some spreadsheets treat alike. */
  private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /** The text, behind an apostrophe where it would be run. */
  static String of(String text) {
    boolean dangerous = !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    return dangerous ? "'" + text : text;
  }
}
