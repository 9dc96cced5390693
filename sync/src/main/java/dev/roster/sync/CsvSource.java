package dev.roster.sync;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.sync.internal.source.SourceFile;
import dev.roster.sync.internal.source.SourceRow;
import dev.roster.sync.internal.source.SourceRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Members from a CSV file: a header, then one row for each member of each group. Immutable.
 *
 * <p>The columns are {@code group} or {@code group_id}, and {@code user}, {@code user_id} or {@code
 * email}, in any order and case. A row without a user says that its group is to be empty; where
 * other rows have members of that group, it counts as one that cannot be read. The file is in
 * UTF-8, with or without a byte order mark, or in UTF-16 with one. Rows that cannot be read are
 * passed over and complained about with their line; while there are any, no one is removed.
 */
public final class CsvSource {

  /** A column that is passed over. */
  private static final String OTHER = "";

  private final Path file;
  private final char separator;
  private final Map<String, String> headers;
  private final boolean ignoresOthers;
  private final boolean needsLineEnd;

  private CsvSource(
      Path file,
      char separator,
      Map<String, String> headers,
      boolean ignoresOthers,
      boolean needsLineEnd) {
    this.file = file;
    this.separator = separator;
    this.headers = headers;
    this.ignoresOthers = ignoresOthers;
    this.needsLineEnd = needsLineEnd;
  }

  /**
   * A source with commas between the fields, of which every column must be known.
   *
   * @param file the file
   * @return a source
   */
  public static CsvSource of(Path file) {
    Map<String, String> own = new HashMap<>();
    SourceRow.COLUMNS.forEach(column -> own.put(column, column));
    return new CsvSource(
        Objects.requireNonNull(file, "file must not be null"), ',', Map.copyOf(own), false, true);
  }

  /**
   * The same with another character between the fields.
   *
   * @param character for example a semicolon
   * @return a new source
   */
  public CsvSource withSeparator(char character) {
    return new CsvSource(file, character, headers, ignoresOthers, needsLineEnd);
  }

  /**
   * The same with a column that has another header in the file.
   *
   * @param column {@code group}, {@code group_id}, {@code user}, {@code user_id} or {@code email}
   * @param header what the file calls it; case makes no difference
   * @return a new source
   * @throws IllegalArgumentException if there is no such column
   */
  public CsvSource withHeader(String column, String header) {
    if (!SourceRow.COLUMNS.contains(column)) {
      throw new IllegalArgumentException(
          "there is no column '%s', only %s".formatted(column, SourceRow.COLUMNS));
    }
    Map<String, String> changed = new HashMap<>(headers);
    changed.values().remove(column);
    changed.put(folded(header), column);
    return new CsvSource(file, separator, Map.copyOf(changed), ignoresOthers, needsLineEnd);
  }

  /**
   * The same for a file with other columns, which are passed over.
   *
   * @return a new source
   */
  public CsvSource ignoringOtherColumns() {
    return new CsvSource(file, separator, headers, true, needsLineEnd);
  }

  /**
   * The same for a program that writes no line end after the last line. A file that was cut in the
   * middle of its last field is then not noticed.
   *
   * @return a new source
   */
  public CsvSource withoutFinalLineEnd() {
    return new CsvSource(file, separator, headers, ignoresOthers, false);
  }

  /**
   * Reads the file.
   *
   * @return what it says, and how far it can be trusted
   * @throws IllegalArgumentException if its header is not of this form; the message names the
   *     columns
   * @throws UncheckedIOException if it cannot be read
   */
  public DesiredMembers read() {
    SourceFile source = SourceFile.read(file);
    DesiredMembers.Builder desired = source.desired(needsLineEnd);
    try (CsvReader<CsvRecord> records = open(source)) {
      read(source.name(), records, desired);
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), failure);
    }
    return desired.build();
  }

  private CsvReader<CsvRecord> open(SourceFile source) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowMissingFields(true)
        .allowExtraFields(true)
        .detectBomHeader(true)
        .ofCsvRecord(source.content());
  }

  private void read(String name, Iterable<CsvRecord> records, DesiredMembers.Builder desired) {
    Reading reading = new Reading(name);
    boolean isWhole = reading.addAll(records);
    reading.rows.addTo(desired);
    if (!isWhole && reading.line == 0) {
      throw refused(name, 1, "it is no CSV");
    }
    if (!isWhole) {
      desired.failed("what follows line %d is no CSV".formatted(reading.line));
    }
    if (reading.line == 0) {
      desired.endedEarly("it has no header");
    }
  }

  /** How far the records of a file have been read, of which the first is the header. */
  private final class Reading {

    final SourceRows rows = new SourceRows();
    long line;
    private final String name;
    private List<String> columns = List.of();

    Reading(String name) {
      this.name = name;
    }

    /** Returns whether every record could be read. */
    boolean addAll(Iterable<CsvRecord> records) {
      try {
        records.forEach(this::add);
        return true;
      } catch (CsvParseException broken) {
        return false;
      }
    }

    private void add(CsvRecord fields) {
      line = fields.getStartingLineNumber();
      if (columns.isEmpty()) {
        columns = columns(name, line, fields.getFields());
      } else {
        CsvSource.add(columns, fields, rows);
      }
    }
  }

  private static void add(List<String> columns, CsvRecord row, SourceRows rows) {
    if (row.getFieldCount() != columns.size()) {
      rows.unreadable(
          row.getStartingLineNumber(),
          "it has %d fields, and the header has %d".formatted(row.getFieldCount(), columns.size()));
    } else {
      rows.add(row.getStartingLineNumber(), values(columns, row));
    }
  }

  private static Map<String, String> values(List<String> columns, CsvRecord row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      values.put(columns.get(at), row.getField(at));
    }
    values.remove(OTHER);
    return values;
  }

  /** The known columns by position. */
  private List<String> columns(String name, long line, List<String> header) {
    List<String> columns =
        header.stream().map(field -> headers.getOrDefault(folded(field), OTHER)).toList();
    List<String> known = columns.stream().filter(column -> !column.equals(OTHER)).toList();
    String problem = problem(header, known);
    if (problem != null) {
      throw refused(name, line, problem);
    }
    return columns;
  }

  private @Nullable String problem(List<String> header, List<String> known) {
    if (known.stream().distinct().count() != known.size()) {
      return "a column is there twice";
    }
    if (!ignoresOthers && known.size() != header.size()) {
      List<String> others =
          header.stream().filter(field -> !headers.containsKey(folded(field))).toList();
      return "the columns %s are not known".formatted(others);
    }
    return missing(known);
  }

  private static @Nullable String missing(List<String> known) {
    if (!known.contains(SourceRow.GROUP) && !known.contains(SourceRow.GROUP_ID)) {
      return "there is no column for the group";
    }
    return known.stream().allMatch(column -> column.startsWith(SourceRow.GROUP))
        ? "there is no column for the user"
        : null;
  }

  private IllegalArgumentException refused(String name, long line, String why) {
    return new IllegalArgumentException(
        ("%s, line %d: %s. A header has %s, with '%s' between them; that character can be another,"
                + " other columns can be ignored, and columns can be given other headers. Nothing"
                + " was changed.")
            .formatted(name, line, why, headers.keySet().stream().sorted().toList(), separator));
  }

  private static String folded(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "CsvSource[%s]".formatted(file);
  }
}
