package dev.roster.cli.output;

/** How results are written. */
public enum OutputFormat {
  /** For people: aligned, cut to the terminal's width. */
  TABLE("table"),
  /** For programs: an array of objects, one a line; one object where there is one result. */
  JSON("json"),
  /** For spreadsheets: a header, and nothing that is taken for a formula. */
  CSV("csv"),
  /** What <code>roster apply</code> reads: one change or membership a line. */
  ACTION_CSV("action-csv");

  private final String word;

  OutputFormat(String word) {
    this.word = word;
  }

  /** {@return the word for it on the command line} */
  public String word() {
    return word;
  }

  @Override
  public String toString() {
    return word;
  }
}
