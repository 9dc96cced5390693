package dev.roster.cli.commands;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines of a terminal as a picture: what is bold there is bold here. */
final class TerminalPicture {

  static final int COLUMNS = 100;

  private static final int ROW = 18;
  private static final double CELL = 7.85;
  private static final int MARGIN = 16;
  private static final String BOLD = "\u001b[1m";

  private TerminalPicture() {}

  /** A line that is too long goes on in the next row, as it does on a terminal. */
  private static Stream<String> rows(String line) {
    int rows = line.startsWith(BOLD) ? 1 : Math.max(1, (line.length() + COLUMNS - 1) / COLUMNS);
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                rows == 1
                    ? line
                    : line.substring(row * COLUMNS, Math.min(line.length(), (row + 1) * COLUMNS)));
  }

  static String of(List<String> written) {
    List<String> lines = written.stream().flatMap(TerminalPicture::rows).toList();
    int width = (int) (COLUMNS * CELL) + 2 * MARGIN;
    int height = lines.size() * ROW + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">
        <rect width="100%%" height="100%%" rx="8" fill="#1e1e2e"/>
        <g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="#cdd6f4" xml:space="preserve">
        """
            .formatted(width, height, width, height));
    for (int line = 0; line < lines.size(); line++) {
      svg.append(line(lines.get(line), MARGIN + ROW * (line + 1) - 5));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static String line(String line, int baseline) {
    String text = line.replace(BOLD, "").replace("\u001b[0m", "");
    String look =
        line.startsWith(BOLD)
            ? " font-weight=\"bold\""
            : text.startsWith("$ ") ? " fill=\"#a6e3a1\"" : "";
    return text.isBlank()
        ? ""
        : "<text x=\"%d\" y=\"%d\"%s textLength=\"%.1f\">%s</text>\n"
            .formatted(MARGIN, baseline, look, text.length() * CELL, escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
