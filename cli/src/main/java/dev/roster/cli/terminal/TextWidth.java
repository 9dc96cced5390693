package dev.roster.cli.terminal;

/** How much room text takes on a terminal. */
public final class TextWidth {

  private static final String CUT = "\u2026";

  /** First and last of each range of characters that take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD},
  };

  private TextWidth() {}

  /**
   * Measures.
   *
   * @param text printable text
   * @return how many columns it takes
   */
  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    for (int[] range : WIDE) {
      if (point >= range[0] && point <= range[1]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Cuts what is too long.
   *
   * @param text printable text
   * @param columns what there is room for, 1 or more
   * @return the text, or its beginning and an ellipsis
   */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    return beginning(text, columns - 1) + CUT;
  }

  private static String beginning(String text, int columns) {
    StringBuilder shown = new StringBuilder();
    int room = columns;
    for (int point : text.codePoints().toArray()) {
      room -= of(point);
      if (room < 0) {
        break;
      }
      shown.appendCodePoint(point);
    }
    return shown.toString();
  }

  /**
   * Fills up with spaces.
   *
   * @param text printable text
   * @param columns the room
   * @return the text, as wide as the room or wider
   */
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }
}
