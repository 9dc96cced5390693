package dev.roster.internal.text;

import java.util.PrimitiveIterator;

/**
 * A name as it stands beside an identifier: on one line, of bounded length, and without anything
 * that could be taken for the end of the name or for another direction of writing.
 */
public final class ShownName {

  /** The longest user name that both clouds document. */
  static final int LONGEST = 128;

  private static final String MORE = "...";

  private ShownName() {}

  /**
   * A name in a field of its own.
   *
   * @param name any text
   * @return without control and format characters; a backslash begins what stands for another
   *     character
   */
  public static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    PrimitiveIterator.OfInt characters = name.codePoints().limit(LONGEST).iterator();
    while (characters.hasNext()) {
      append(escaped, characters.nextInt());
    }
    return name.codePoints().skip(LONGEST).findAny().isPresent()
        ? escaped.append(MORE).toString()
        : escaped.toString();
  }

  /**
   * A name within other text.
   *
   * @param name any text
   * @return as {@link #escaped}, in quotes, of which none is within the name
   */
  public static String quoted(String name) {
    return '"' + escaped(name).replace("\"", "\\\"") + '"';
  }

  private static void append(StringBuilder escaped, int character) {
    if (character == '\\') {
      escaped.append("\\\\");
    } else if (isPlain(character)) {
      escaped.appendCodePoint(character);
    } else {
      escaped.append("\\u{%x}".formatted(character));
    }
  }

  /** Control and format characters, of which some turn the direction of writing, are not plain. */
  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
