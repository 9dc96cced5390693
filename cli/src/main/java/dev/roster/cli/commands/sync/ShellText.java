package dev.roster.cli.commands.sync;

import java.util.regex.Pattern;

/** A text as a word of a command that a person copies to a shell. */
final class ShellText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private ShellText() {}

  static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
