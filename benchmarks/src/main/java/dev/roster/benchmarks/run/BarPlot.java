package dev.roster.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars as SVG: for each client, what was accepted and what was throttled. */
final class BarPlot {

  private static final int WIDTH = 860;
  private static final int LEFT = 230;
  private static final int RIGHT = 170;
  private static final int TOP = 64;
  private static final int BAR = 18;
  private static final int STEP = 28;

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String title, double accepted, double throttled, double lost) {}

  BarPlot(String title) {
    this.title = title;
  }

  void bar(String of, double accepted, double throttled, double lost) {
    bars.add(new Bar(of, accepted, throttled, lost));
  }

  @Override
  public String toString() {
    StringBuilder svg = new StringBuilder();
    int height = TOP + STEP * bars.size() + 10;
    svg.append(Svg.opening(WIDTH, height)).append(Svg.text(12, 24, "title", title));
    svg.append(Svg.text(LEFT, 48, "accepted", "accepted"));
    svg.append(Svg.text(LEFT + 80, 48, "throttled", "throttled"));
    svg.append(Svg.text(LEFT + 160, 48, "lost", "calls that failed"));
    double most = bars.stream().mapToDouble(bar -> bar.accepted + bar.throttled).max().orElse(1);
    double scale = (WIDTH - LEFT - RIGHT) / most;
    for (int index = 0; index < bars.size(); index++) {
      svg.append(drawn(bars.get(index), TOP + index * STEP, scale));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String drawn(Bar bar, int y, double scale) {
    double accepted = bar.accepted * scale;
    double throttled = bar.throttled * scale;
    double end = LEFT + accepted + throttled + 8;
    String sent = String.format(Locale.ROOT, "%.0f", bar.accepted + bar.throttled);
    String lost = bar.lost == 0 ? "" : String.format(Locale.ROOT, "%.0f failed", bar.lost);
    return Svg.text(12, y + 14, "label", bar.title)
        + Svg.box(LEFT, y, accepted, BAR, "accepted")
        + Svg.box(LEFT + accepted, y, throttled, BAR, "throttled")
        + Svg.text(end, y + 14, "label", sent)
        + Svg.text(end + 46, y + 14, "lost", lost);
  }
}
