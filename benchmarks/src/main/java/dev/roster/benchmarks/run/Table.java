package dev.roster.benchmarks.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class Table {

  private final StringBuilder text = new StringBuilder();

  Table(String... titles) {
    row(List.of(titles));
    row(Collections.nCopies(titles.length, "---"));
  }

  /** Adds a row: a title and figures, each with its form. */
  Table row(String title, Object... cells) {
    List<String> row = new ArrayList<>(List.of(title));
    for (Object cell : cells) {
      row.add(cell.toString());
    }
    row(row);
    return this;
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
