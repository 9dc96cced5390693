package dev.roster.benchmarks.run;

import java.util.Map;

/**
 * What a part of the measurements came to.
 *
 * @param tables in Markdown
 * @param plots SVG texts by file name
 */
record Results(String tables, Map<String, String> plots) {

  Results(Targets targets, Object... tables) {
    this(joined(targets, tables), Map.of());
  }

  Results withPlot(String fileName, String svg) {
    return new Results(tables, Map.of(fileName, svg));
  }

  private static String joined(Targets targets, Object... tables) {
    StringBuilder all = new StringBuilder(targets.toString());
    for (Object table : tables) {
      all.append('\n').append(table);
    }
    return all.toString();
  }
}
