package dev.roster.benchmarks.run;

import java.util.Locale;

/** The few elements that the plots are made of. */
final class Svg {

  private static final String STYLE =
      """
      <style>
        text { font: 13px sans-serif; fill: #24292f; }
        .title { font-size: 15px; font-weight: bold; }
        .accepted { fill: #2f7d4f; } .throttled { fill: #d9a441; } .lost { fill: #b3261e; }
        .grid { stroke: #d0d7de; }
        polyline { fill: none; stroke-width: 2; }
        .line0 { stroke: #8c959f; fill: none; } .line1 { stroke: #2f7d4f; fill: none; }
        .line2 { stroke: #1f6feb; fill: none; } .line3 { stroke: #b3261e; fill: none; }
        text.line0 { fill: #8c959f; stroke: none; } text.line1 { fill: #2f7d4f; stroke: none; }
        text.line2 { fill: #1f6feb; stroke: none; } text.line3 { fill: #b3261e; stroke: none; }
      </style>
      """;

  private Svg() {}

  static String opening(int width, int height) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">
    %s<rect width="%d" height="%d" fill="#ffffff"/>
    """
        .formatted(width, height, width, height, STYLE, width, height);
  }

  static String text(double x, double y, String style, String text) {
    return String.format(
        Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", style, x, y, text);
  }

  static String box(double x, double y, double width, double height, String style) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
        style,
        x,
        y,
        width,
        height);
  }

  static String line(String style, String points) {
    return "<polyline class=\"%s\" points=\"%s\"/>\n".formatted(style, points);
  }
}
