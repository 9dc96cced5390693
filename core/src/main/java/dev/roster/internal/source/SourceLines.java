package dev.roster.internal.source;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Where in a source something stands: line numbers, because names are personal data. */
public final class SourceLines {

  private static final int MOST_NAMED = 10;

  private SourceLines() {}

  /**
   * A number of things.
   *
   * @param number how many
   * @param noun what one is called
   * @return for example {@code 1 row}, {@code 3 rows}
   */
  public static String count(long number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  /**
   * Where in the source.
   *
   * @param lines line numbers; zero for no line
   * @return for example {@code (lines 3, 17 and 4 more)}; nothing for a source without lines
   */
  public static String of(Collection<Long> lines) {
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
