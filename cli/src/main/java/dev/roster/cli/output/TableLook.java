package dev.roster.cli.output;

/**
 * How a table looks.
 *
 * @param toTerminal whether a person sees it on a terminal; it is cut to the width then
 * @param columns the terminal's width
 * @param colored whether headings stand out
 */
public record TableLook(boolean toTerminal, int columns, boolean colored) {

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  String heading(String text) {
    return colored ? BOLD + text + PLAIN : text;
  }

  int room() {
    return toTerminal ? columns : Integer.MAX_VALUE;
  }
}
