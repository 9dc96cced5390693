package dev.roster.benchmarks.run;

import java.util.Locale;

/** What was asked beside what was measured. */
final class Targets {

  private final Table table = new Table("measure", "asked", "measured", "reached");

  Targets atMost(String measure, double limit, double value) {
    return row(measure, "at most " + figure(limit), value, value <= limit);
  }

  Targets atLeast(String measure, double limit, double value) {
    return row(measure, "at least " + figure(limit), value, value >= limit);
  }

  Targets exactly(String measure, double wanted, double value) {
    return row(measure, figure(wanted), value, value == wanted);
  }

  private Targets row(String measure, String asked, double value, boolean reached) {
    table.row(measure, asked, figure(value), reached ? "yes" : "**no**");
    return this;
  }

  /** Three digits behind the point, and none where there is nothing to tell. */
  static String figure(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
