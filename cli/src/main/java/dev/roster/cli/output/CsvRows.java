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

  CsvRows(List<Column<T>> columns, ResultStream stream, boolean toTerminal) {
    this.columns = columns;
    this.stream = stream;
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(stream);
    this.toTerminal = toTerminal;
    csv.writeRecord(columns.stream().map(Column::name).toList());
  }

  @Override
  public void add(T row) {
    csv.writeRecord(columns.stream().map(column -> cell(column.text(row))).toList());
  }

  private String cell(String text) {
    String safe = SpreadsheetText.of(text);
    return toTerminal ? PrintableText.of(safe) : safe;
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
