package dev.roster.cli.output;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One field of a result.
 *
 * @param <T> what a row is made from
 * @param name the field's name in JSON and CSV, which never changes
 * @param heading what stands above it in a table
 * @param cell reads the value from a row
 * @param inTable whether people see it
 */
public record Column<T>(String name, String heading, Cell<T> cell, boolean inTable) {

  /**
   * A field whose heading in a table is its name, as people read it.
   *
   * @param name the field's name in JSON and CSV, which never changes
   * @param cell reads the value from a row
   * @param inTable whether people see it
   */
  public Column(String name, Cell<T> cell, boolean inTable) {
    this(name, name.replace('_', ' ').toUpperCase(Locale.ROOT), cell, inTable);
  }

  /**
   * Reads a value from a row.
   *
   * @param <T> what a row is made from
   */
  @FunctionalInterface
  public interface Cell<T> {

    /**
     * Reads the value.
     *
     * @param row the row
     * @return a text, a number, a boolean, or null where there is none
     */
    @Nullable Object of(T row);
  }

  /**
   * A field that people and programs see.
   *
   * @param <T> what a row is made from
   * @param name its name
   * @param cell its value
   * @return a column
   */
  public static <T> Column<T> shown(String name, Cell<T> cell) {
    return new Column<>(name, cell, true);
  }

  /**
   * A field for programs.
   *
   * @param <T> what a row is made from
   * @param name its name
   * @param cell its value
   * @return a column
   */
  public static <T> Column<T> hidden(String name, Cell<T> cell) {
    return new Column<>(name, cell, false);
  }

  /** The value as text; nothing where there is none. */
  String text(T row) {
    Object value = cell.of(row);
    return value == null ? "" : value.toString();
  }
}
