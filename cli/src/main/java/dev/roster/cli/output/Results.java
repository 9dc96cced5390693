package dev.roster.cli.output;

import dev.roster.cli.terminal.PrintableText;
import dev.roster.cli.terminal.ResultStream;
import java.util.List;

/**
 * Where the results of a command go, and how.
 *
 * @param stream where they go
 * @param format how they are written
 * @param look how a table looks
 */
public record Results(ResultStream stream, OutputFormat format, TableLook look) {

  /**
   * Begins a list of results.
   *
   * @param <T> what a row is made from
   * @param shape the fields
   * @return takes the rows, is told of their end, and must be closed
   * @throws UnsupportedFormatException if these results have no such format
   */
  public <T> Rows<T> list(Shape<T> shape) {
    requireFormat(shape);
    List<Column<T>> columns = shape.columns(format);
    return switch (format) {
      case TABLE -> new TableRows<>(columns, stream, look);
      case JSON -> new JsonRows<>(columns, stream);
      case CSV, ACTION_CSV -> new CsvRows<>(columns, stream, look.toTerminal());
    };
  }

  /**
   * Looks whether some results have the format, for a command that changes something before.
   *
   * @param shape the fields
   * @throws UnsupportedFormatException if they have no such format
   */
  public void requireFormat(Shape<?> shape) {
    if (shape.columns(format).isEmpty()) {
      throw new UnsupportedFormatException(format);
    }
  }

  /**
   * Writes one result: in JSON an object and not an array of one, in a table one field a line.
   *
   * @param <T> what it is made from
   * @param shape the fields
   * @param row the result
   */
  public <T> void one(Shape<T> shape, T row) {
    switch (format) {
      case TABLE -> TableRows.card(shape.columns(), row, stream, look);
      case JSON -> {
        stream.write(JsonRows.object(shape.columns(), row));
        stream.write("\n");
        stream.flush();
      }
      default -> all(shape, List.of(row));
    }
  }

  /**
   * Writes a list of results.
   *
   * @param <T> what a row is made from
   * @param shape the fields
   * @param rows the results
   */
  public <T> void all(Shape<T> shape, Iterable<T> rows) {
    try (Rows<T> list = list(shape)) {
      rows.forEach(list::add);
      list.end();
    }
  }

  /**
   * Writes a line of text.
   *
   * @param text control characters are made visible
   */
  public void line(String text) {
    stream.write(PrintableText.of(text) + "\n");
    stream.flush();
  }

  /** {@return whether results are for people} */
  public boolean isTable() {
    return format == OutputFormat.TABLE;
  }
}
