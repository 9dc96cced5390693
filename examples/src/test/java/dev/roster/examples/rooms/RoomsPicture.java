package dev.roster.examples.rooms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A graph of rooms as SVG: boxes in layers, and an arrow to each room that a room depends on. */
final class RoomsPicture {

  private static final int MARGIN = 12;
  private static final int GAP = 28;
  private static final int BOX_HEIGHT = 30;
  private static final int LAYER_HEIGHT = 82;
  private static final int LETTER = 8;

  /** Where arrows pass a layer that they do not end in; not a character of package names. */
  private static final String PASSAGE = ">";

  private final RoomGraph graph;
  private final List<List<String>> layers = new ArrayList<>();
  private final Map<String, Integer> centers = new TreeMap<>();
  private final List<List<String>> ways = new ArrayList<>();

  RoomsPicture(RoomGraph graph) {
    this.graph = graph;
    graph.layers().forEach(layer -> layers.add(new ArrayList<>(layer)));
    graph.arrows().forEach((room, used) -> used.forEach(target -> ways.add(way(room, target))));
    for (List<String> layer : layers) {
      layer.sort(Comparator.comparingDouble(this::meanOfUsers).thenComparing(room -> room));
      place(layer);
    }
  }

  /** An arrow that passes layers keeps a place in each of them. */
  private List<String> way(String from, String to) {
    List<String> way = new ArrayList<>(List.of(from));
    for (int layer = layerOf(from) + 1; layer < layerOf(to); layer++) {
      String passage = from + PASSAGE + to + PASSAGE + layer;
      layers.get(layer).add(passage);
      way.add(passage);
    }
    way.add(to);
    return way;
  }

  private int layerOf(String room) {
    int at = 0;
    while (!layers.get(at).contains(room)) {
      at++;
    }
    return at;
  }

  private double meanOfUsers(String room) {
    return ways.stream()
        .filter(way -> way.indexOf(room) > 0)
        .mapToInt(way -> centers.getOrDefault(way.get(way.indexOf(room) - 1), 0))
        .average()
        .orElse(0);
  }

  private void place(List<String> layer) {
    int x = MARGIN + (width() - widthOf(layer)) / 2;
    for (String room : layer) {
      centers.put(room, x + widthOf(room) / 2);
      x += widthOf(room) + GAP;
    }
  }

  private int width() {
    return layers.stream().mapToInt(RoomsPicture::widthOf).max().orElse(0);
  }

  private static int widthOf(List<String> layer) {
    return layer.stream().mapToInt(room -> widthOf(room) + GAP).sum() - GAP;
  }

  private static int widthOf(String room) {
    return room.contains(PASSAGE) ? LETTER : room.length() * LETTER + 2 * LETTER;
  }

  String toSvg() {
    int width = width() + 2 * MARGIN;
    int height = (layers.size() - 1) * LAYER_HEIGHT + BOX_HEIGHT + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
        font-family="monospace" font-size="13">
        <defs><marker id="head" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" \
        markerHeight="8" orient="auto"><path d="M0,0 L10,5 L0,10 z" fill="#555"/></marker></defs>
        <rect width="%d" height="%d" fill="#fff"/>
        """
            .formatted(width, height, width, height, width, height));
    ways.forEach(way -> svg.append(arrow(way)));
    graph.arrows().keySet().forEach(room -> svg.append(box(room)));
    return svg.append("</svg>\n").toString();
  }

  private String arrow(List<String> way) {
    StringBuilder points = new StringBuilder();
    for (String room : way) {
      if (points.length() > 0) {
        points.append(' ').append(centers.get(room)).append(',').append(top(room));
      }
      if (room.contains(PASSAGE) || points.length() == 0) {
        points.append(points.length() == 0 ? "" : " ").append(centers.get(room)).append(',');
        points.append(top(room) + BOX_HEIGHT);
      }
    }
    return """
    <polyline points="%s" fill="none" stroke="#555" marker-end="url(#head)"/>
    """
        .formatted(points);
  }

  private int top(String room) {
    return MARGIN + layerOf(room) * LAYER_HEIGHT;
  }

  private String box(String room) {
    int center = centers.getOrDefault(room, 0);
    return """
    <rect x="%d" y="%d" width="%d" height="%d" rx="4" fill="%s" stroke="#333"/>
    <text x="%d" y="%d" text-anchor="middle">%s</text>
    """
        .formatted(
            center - widthOf(room) / 2,
            top(room),
            widthOf(room),
            BOX_HEIGHT,
            room.startsWith("internal.") ? "#eef2f7" : "#dcefdc",
            center,
            top(room) + 20,
            room);
  }
}
