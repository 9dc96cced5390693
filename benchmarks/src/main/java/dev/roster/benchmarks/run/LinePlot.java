package dev.roster.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines over time as SVG: calls a second. */
final class LinePlot {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 320;
  private static final int LEFT = 48;
  private static final int TOP = 64;
  private static final int BOTTOM = HEIGHT - 32;
  private static final int RIGHT = WIDTH - 12;
  private static final int LEGEND_STEP = 190;
  private static final int SECONDS_BETWEEN_LABELS = 10;
  private static final double CEILING = 150;

  private final String title;
  private final List<Line> lines = new ArrayList<>();

  /** Values second by second. */
  private record Line(String title, List<Double> values) {}

  LinePlot(String title) {
    this.title = title;
  }

  void line(String of, List<Double> callsPerSecond) {
    lines.add(new Line(of, callsPerSecond));
  }

  @Override
  public String toString() {
    StringBuilder svg = new StringBuilder(Svg.opening(WIDTH, HEIGHT));
    svg.append(Svg.text(12, 24, "title", title));
    for (int rate = 0; rate <= CEILING; rate += 50) {
      svg.append(Svg.text(12, y(rate) + 4, "label", Integer.toString(rate)));
      String ends = String.format(Locale.ROOT, "%d,%.1f %d,%.1f", LEFT, y(rate), RIGHT, y(rate));
      svg.append(Svg.line("grid", ends));
    }
    for (int index = 0; index < lines.size(); index++) {
      Line line = lines.get(index);
      svg.append(Svg.text(LEFT + index * LEGEND_STEP, 48, "line" + index, line.title));
      svg.append(Svg.line("line" + index, points(line.values)));
    }
    return svg.append(seconds()).append("</svg>\n").toString();
  }

  private String seconds() {
    int count = lines.stream().mapToInt(line -> line.values.size()).max().orElse(0);
    StringBuilder labels = new StringBuilder();
    for (int second = 0; second < count; second += SECONDS_BETWEEN_LABELS) {
      double x = LEFT + second * step(count);
      labels.append(Svg.text(x, HEIGHT - 10, "label", second + " s"));
    }
    return labels.toString();
  }

  private static double step(int values) {
    return (double) (RIGHT - LEFT) / Math.max(1, values - 1);
  }

  private static String points(List<Double> values) {
    double step = step(values.size());
    return IntStream.range(0, values.size())
        .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", LEFT + i * step, y(values.get(i))))
        .collect(Collectors.joining(" "));
  }

  private static double y(double rate) {
    return BOTTOM - Math.min(rate, CEILING) / CEILING * (BOTTOM - TOP);
  }
}
