package dev.roster.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The page that holds the results, each part between two markers. */
final class Page {

  private final Path file;

  Page(Path file) {
    this.file = file;
  }

  /** Puts new results in the place of the old ones of a part, and its plots beside the page. */
  void write(String part, Results results) throws IOException {
    Files.writeString(file, replaced(Files.readString(file), part, results.tables()));
    for (Map.Entry<String, String> plot : results.plots().entrySet()) {
      Files.writeString(file.resolveSibling(plot.getKey()), plot.getValue());
    }
  }

  static String replaced(String page, String part, String results) {
    String begin = "<!-- begin " + part + " -->";
    String end = "<!-- end " + part + " -->";
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("the page has no place for the results of " + part);
    }
    String before = page.substring(0, from + begin.length());
    return before + "\n" + results.strip() + "\n" + page.substring(to);
  }
}
