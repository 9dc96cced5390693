package dev.roster.cli.output;

import dev.roster.cli.terminal.PrintableText;
import dev.roster.cli.terminal.ResultStream;
import dev.roster.cli.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** A table with a heading. Its columns are as wide as the first rows need, and as fits. */
final class TableRows<T> implements Rows<T> {

  /** So many rows are looked at before the first is written: a long list streams. */
  private static final int SAMPLE = 500;

  private final List<Column<T>> columns;
  private final ResultStream stream;
  private final TableLook look;
  private final List<List<String>> sample = new ArrayList<>();
  private int[] widths = new int[0];

  TableRows(List<Column<T>> columns, ResultStream stream, TableLook look) {
    this.columns = columns;
    this.stream = stream;
    this.look = look;
  }

  @Override
  public void add(T row) {
    List<String> cells =
        columns.stream().map(column -> PrintableText.of(column.text(row))).toList();
    if (widths.length > 0) {
      line(cells);
    } else {
      keep(cells);
    }
  }

  private void keep(List<String> cells) {
    sample.add(cells);
    if (sample.size() == SAMPLE) {
      begin();
    }
  }

  private void begin() {
    List<String> headings =
        columns.stream().map(column -> PrintableText.of(column.heading())).toList();
    widths = ColumnWidths.of(headings, sample, look.room());
    stream.write(look.heading(laidOut(headings)) + "\n");
    sample.forEach(this::line);
    sample.clear();
  }

  private void line(List<String> cells) {
    stream.write(laidOut(cells) + "\n");
  }

  private String laidOut(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String cut = look.toTerminal() ? TextWidth.cut(cell, widths[column]) : cell;
      line.append(TextWidth.padded(cut, widths[column])).append(ColumnWidths.GAP);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void end() {
    if (widths.length == 0) {
      begin();
    }
  }

  @Override
  public void close() {
    if (!sample.isEmpty()) {
      begin();
    }
    stream.flush();
  }

  /** One result, a field in each line; what is empty is left out. */
  static <T> void card(List<Column<T>> columns, T row, ResultStream stream, TableLook look) {
    int room = columns.stream().mapToInt(column -> column.name().length()).max().orElse(0);
    for (Column<T> column : columns) {
      String value = PrintableText.of(column.text(row));
      if (!value.isEmpty()) {
        String heading = TextWidth.padded(column.name().replace('_', ' '), room);
        stream.write(look.heading(heading) + ColumnWidths.GAP + value + "\n");
      }
    }
    stream.flush();
  }
}
