package dev.roster.reconcile;

import java.util.List;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * A name beside an identifier in the text of a plan: a field of its own that says so, without
 * anything that could be taken for another field, another line or another direction of writing.
 */
final class NameComment {

  private static final String MARK = "# ";

  private NameComment() {}

  static List<String> of(@Nullable String name) {
    return name == null ? List.of() : List.of(MARK + escaped(name));
  }

  static boolean isOne(String field) {
    return field.startsWith(MARK);
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    PrimitiveIterator.OfInt characters = name.codePoints().iterator();
    while (characters.hasNext()) {
      int character = characters.nextInt();
      if (character == '\\') {
        escaped.append("\\\\");
      } else if (isPlain(character)) {
        escaped.appendCodePoint(character);
      } else {
        escaped.append("\\u{%x}".formatted(character));
      }
    }
    return escaped.toString();
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
