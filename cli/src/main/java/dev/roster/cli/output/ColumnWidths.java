package dev.roster.cli.output;

import dev.roster.cli.terminal.TextWidth;
import java.util.List;

/** How wide the columns of a table are. */
final class ColumnWidths {

  static final String GAP = "  ";

  /** A column is not made narrower than this: nothing could be read. */
  private static final int NARROWEST = 6;

  private ColumnWidths() {}

  /** As wide as the widest cell; where there is no room, the widest columns give it. */
  static int[] of(List<String> headings, List<List<String>> rows, int room) {
    int[] widths = headings.stream().mapToInt(TextWidth::of).toArray();
    for (List<String> row : rows) {
      widen(widths, row);
    }
    while (total(widths) > room && widths[widest(widths)] > NARROWEST) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  private static void widen(int[] widths, List<String> row) {
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
    }
  }

  private static long total(int[] widths) {
    long gaps = (long) GAP.length() * (widths.length - 1);
    for (int width : widths) {
      gaps += width;
    }
    return gaps;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int column = 1; column < widths.length; column++) {
      widest = widths[column] > widths[widest] ? column : widest;
    }
    return widest;
  }
}
