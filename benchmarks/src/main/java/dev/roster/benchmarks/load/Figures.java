package dev.roster.benchmarks.load;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a program has measured, printed on its standard output, a line for each figure. */
public final class Figures {

  private final Map<String, String> values;

  private Figures(Map<String, String> values) {
    this.values = values;
  }

  Figures() {
    this(new LinkedHashMap<>());
  }

  /** Reads what a program printed; lines of other form are not figures. */
  public static Figures parse(String lines) {
    return new Figures(
        lines
            .lines()
            .filter(line -> line.matches("[a-zA-Z]+=.*"))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> b)));
  }

  Figures with(String name, Object value) {
    values.put(name, value.toString());
    return this;
  }

  Figures with(String name, Collection<? extends Number> series) {
    return with(name, series.stream().map(Number::toString).collect(Collectors.joining(",")));
  }

  /** One figure. */
  public double number(String name) {
    return Double.parseDouble(text(name));
  }

  /** A series of figures; empty where there is none. */
  public double[] series(String name) {
    return Arrays.stream(text(name).split(","))
        .filter(number -> !number.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no figure '" + name + "' among " + values.keySet());
    }
    return value;
  }

  void print() {
    System.out.println(this);
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(figure -> figure.getKey() + "=" + figure.getValue())
        .collect(Collectors.joining("\n"));
  }
}
