package dev.roster.cli.output;

import dev.roster.cli.terminal.PrintableText;
import dev.roster.cli.terminal.ResultStream;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An array of objects, one a line. */
final class JsonRows<T> implements Rows<T> {

  private static final JsonFactory JSON = new JsonFactory();

  private final List<Column<T>> columns;
  private final ResultStream stream;
  private boolean begun;

  JsonRows(List<Column<T>> columns, ResultStream stream) {
    this.columns = columns;
    this.stream = stream;
  }

  @Override
  public void add(T row) {
    stream.write(begun ? ",\n" : "[\n");
    begun = true;
    stream.write(object(columns, row));
  }

  @Override
  public void end() {
    stream.write(begun ? "\n]\n" : "[]\n");
    begun = false;
  }

  /** An array of a part of the results stays open: no program can take it for all of them. */
  @Override
  public void close() {
    stream.write(begun ? "\n" : "");
    stream.flush();
  }

  /**
   * One object. Every field is there, with null where it has no value. What a terminal could obey
   * is escaped beyond what JSON asks for.
   */
  static <T> String object(List<Column<T>> columns, T row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      for (Column<T> column : columns) {
        json.writeName(column.name());
        write(json, column.cell().of(row));
      }
      json.writeEndObject();
    }
    return PrintableText.of(text.toString());
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean yes) {
      json.writeBoolean(yes);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(value.toString());
    }
  }
}
