package dev.roster.cli.output;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet does not take for a formula. A spreadsheet runs what begins with certain
 * characters, whoever wrote it: a user's name, for example.
 */
final class SpreadsheetText {

  /** With those of full width, which some spreadsheets treat alike. */
  private static final String FORMULA = "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20";

  /**
   * The beginning of a cell. Where a semicolon or a tab is between cells, a spreadsheet does not
   * know the quotes of this file either: cells begin in the middle of the text, and at its lines.
   */
  private static final Pattern BEGINNING =
      Pattern.compile("^(?=[\t\r\n%1$s])|(?<=[;\t\r\n])(?=[%1$s])".formatted(FORMULA));

  private SpreadsheetText() {}

  /** The text, behind an apostrophe where it would be run. */
  static String of(String text) {
    return BEGINNING.matcher(text).replaceAll("'");
  }
}
