package dev.roster.reconcile;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Where in a source something stands: line numbers, because names are personal data. */
final class SourceLines {

  private static final int MOST_NAMED = 10;

  private SourceLines() {}

  /** For example {@code 1 row}, {@code 3 rows}. */
  static String count(long number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  /** For example {@code (lines 3, 17 and 4 more)}; nothing for a source without lines. */
  static String of(Collection<Long> lines) {
    List<Long> known = lines.stream().filter(line -> line > 0).sorted().distinct().toList();
    if (known.isEmpty()) {
      return "";
    }
    String named =
        known.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return " (%s %s%s)"
        .formatted(
            known.size() == 1 ? "line" : "lines",
            named,
            known.size() > MOST_NAMED ? " and %d more".formatted(known.size() - MOST_NAMED) : "");
  }
}
