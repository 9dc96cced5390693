package dev.roster.cli.terminal;

/**
 * Text from elsewhere, made safe to be shown: a name in a store can hold sequences that a terminal
 * obeys, or that turn the direction of a line.
 */
public final class PrintableText {

  private PrintableText() {}

  /**
   * Makes control characters visible.
   *
   * @param text any text
   * @return the same with each control character, line break and bidirectional mark spelt out, such
   *     as <code>\u001b</code>
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(PrintableText::isControl)) {
      return text;
    }
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    if (isControl(point)) {
      safe.append("\\u%04x".formatted(point));
    } else {
      safe.appendCodePoint(point);
    }
  }

  /**
   * Whether a terminal, or what looks at its lines, could act on a character.
   *
   * @param point the character
   * @return true for control characters, lone surrogates, line separators, and marks that change
   *     the direction of what follows
   */
  public static boolean isControl(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> isDirection(point);
      default -> false;
    };
  }

  private static boolean isDirection(int point) {
    return point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }
}
