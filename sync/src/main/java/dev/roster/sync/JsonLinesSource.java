package dev.roster.sync;

import dev.roster.reconcile.DesiredMembers;
import dev.roster.sync.internal.file.Json;
import dev.roster.sync.internal.source.SourceFile;
import dev.roster.sync.internal.source.SourceRow;
import dev.roster.sync.internal.source.SourceRows;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Members from a file of JSON lines: one object for each member of each group. Immutable.
 *
 * <p>The fields are texts: {@code group} or {@code group_id}, and {@code user}, {@code user_id} or
 * {@code email}. An object without a user says that its group is to be empty; where other lines
 * have members of that group, it counts as one that cannot be read. Lines that cannot be read are
 * passed over and complained about; while there are any, no one is removed.
 */
public final class JsonLinesSource {

  private final Path file;
  private final boolean ignoresOthers;

  private JsonLinesSource(Path file, boolean ignoresOthers) {
    this.file = file;
    this.ignoresOthers = ignoresOthers;
  }

  /**
   * A source of which every field must be known.
   *
   * @param file the file, in UTF-8
   * @return a source
   */
  public static JsonLinesSource of(Path file) {
    return new JsonLinesSource(Objects.requireNonNull(file, "file must not be null"), false);
  }

  /**
   * The same for objects with other fields, which are passed over.
   *
   * @return a new source
   */
  public JsonLinesSource ignoringOtherFields() {
    return new JsonLinesSource(file, true);
  }

  /**
   * Reads the file.
   *
   * @return what it says, and how far it can be trusted
   * @throws UncheckedIOException if it cannot be read
   */
  public DesiredMembers read() {
    SourceFile source = SourceFile.read(file);
    DesiredMembers.Builder desired = source.desired(true);
    rows(source).addTo(desired);
    return desired.build();
  }

  private SourceRows rows(SourceFile source) {
    SourceRows rows = new SourceRows();
    List<String> lines = source.text().lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).isBlank()) {
        add(withoutMark(lines.get(at), at), at + 1L, rows);
      }
    }
    return rows;
  }

  private static String withoutMark(String line, int at) {
    return at == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private void add(String line, long number, SourceRows rows) {
    ObjectNode object = Json.parse(line);
    String problem = object == null ? "it is no JSON object" : problem(object);
    if (object == null || problem != null) {
      rows.unreadable(number, Objects.requireNonNull(problem));
    } else {
      rows.add(number, values(object));
    }
  }

  private static Map<String, String> values(ObjectNode object) {
    Map<String, String> values = new LinkedHashMap<>();
    SourceRow.COLUMNS.forEach(
        column -> values.put(column, Objects.requireNonNullElse(Json.text(object, column), "")));
    return values;
  }

  private @Nullable String problem(ObjectNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      boolean known = SourceRow.COLUMNS.contains(field.getKey());
      if (!known && !ignoresOthers) {
        return "it has a field that is not known; fields are " + SourceRow.COLUMNS;
      }
      if (known && !field.getValue().isString() && !field.getValue().isNull()) {
        return "field '%s' is no text".formatted(field.getKey());
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return "JsonLinesSource[%s]".formatted(file);
  }
}
