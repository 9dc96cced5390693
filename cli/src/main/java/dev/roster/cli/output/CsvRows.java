package dev.roster.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.roster.cli.terminal.PrintableText;
import dev.roster.cli.terminal.ResultStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** CSV with a header, quoted as RFC 4180 says, with plain line feeds. */
final class CsvRows<T> implements Rows<T> {

  private final List<Column<T>> columns;
  private final ResultStream stream;
  private final CsvWriter csv;
  private final boolean toTerminal;
  private boolean begun;

  CsvRows(List<Column<T>> columns, ResultStream stream, boolean toTerminal) {
    this.columns = columns;
    this.stream = stream;
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(stream);
    this.toTerminal = toTerminal;
  }

  private void begin() {
    if (!begun) {
      csv.writeRecord(columns.stream().map(Column::name).toList());
      begun = true;
    }
  }

  @Override
  public void add(T row) {
    begin();
    csv.writeRecord(columns.stream().map(column -> cell(column.text(row))).toList());
  }

  private String cell(String text) {
    String safe = SpreadsheetText.of(text);
    return toTerminal ? PrintableText.of(safe) : safe;
  }

  @Override
  public void end() {
    begin();
  }

  @Override
  public void close() {
    try {
      csv.flush();
      stream.flush();
    } catch (IOException unexpected) {
      throw new UncheckedIOException("the results cannot be written", unexpected);
    }
  }
}
