package dev.roster.cli.commands.sync;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.roster.GroupId;
import dev.roster.UserId;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of changes, all of them or none: each change is meant as it is written. */
final class ActionLines {

  private static final String ACTION = "action";
  private static final String GROUP = "group_id";
  private static final String USER = "user_id";

  private final List<ActionCsv.Line> lines = new ArrayList<>();
  private List<String> columns = List.of();
  private long last;

  private ActionLines() {}

  /** Refuses a text that is not whole, with the line. */
  static List<ActionCsv.Line> of(String text) {
    String content = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (!content.endsWith("\n")) {
      throw new IllegalArgumentException(
          "its last line has no line end, so it can have been cut in the middle of that line");
    }
    ActionLines lines = new ActionLines();
    lines.read(content);
    return lines.lines;
  }

  private void read(String content) {
    try {
      CsvReader.builder()
          .allowMissingFields(true)
          .allowExtraFields(true)
          .ofCsvRecord(content)
          .forEach(this::add);
    } catch (CsvParseException broken) {
      throw new IllegalArgumentException("what follows line %d is no CSV".formatted(last), broken);
    }
  }

  private void add(CsvRecord fields) {
    last = fields.getStartingLineNumber();
    if (columns.isEmpty()) {
      columns = columns(fields.getFields());
    } else {
      lines.add(line(fields));
    }
  }

  private List<String> columns(List<String> header) {
    if (header.stream().distinct().count() != header.size()) {
      throw wrong("a column is there twice");
    }
    for (String column : List.of(ACTION, GROUP, USER)) {
      if (!header.contains(column)) {
        throw wrong("there is no column %s; commas are between the columns".formatted(column));
      }
    }
    return header;
  }

  private ActionCsv.Line line(CsvRecord fields) {
    if (fields.getFieldCount() != columns.size()) {
      throw wrong(
          "it has %d fields, and the header has %d"
              .formatted(fields.getFieldCount(), columns.size()));
    }
    String action = field(fields, ACTION);
    if (!action.equals("add") && !action.equals("remove")) {
      throw wrong("the action must be add or remove");
    }
    return line(fields, action);
  }

  private ActionCsv.Line line(CsvRecord fields, String action) {
    try {
      return new ActionCsv.Line(
          last, action, new GroupId(field(fields, GROUP)), new UserId(field(fields, USER)));
    } catch (IllegalArgumentException unusable) {
      throw wrong(String.valueOf(unusable.getMessage()));
    }
  }

  private String field(CsvRecord fields, String column) {
    return fields.getField(columns.indexOf(column));
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("line %d: %s".formatted(last, why));
  }
}
