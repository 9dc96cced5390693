package dev.roster.internal.plan;

import dev.roster.internal.text.ShownName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name beside an identifier in the text of a plan: a field of its own that says so. */
final class NameComment {

  private static final String MARK = "# ";

  private NameComment() {}

  static List<String> of(@Nullable String name) {
    return name == null ? List.of() : List.of(MARK + ShownName.escaped(name));
  }

  static boolean isOne(String field) {
    return field.startsWith(MARK);
  }
}
