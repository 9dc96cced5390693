package dev.roster.cli.output;

import java.util.List;

/**
 * The fields of one kind of result.
 *
 * @param <T> what a row is made from
 * @param columns the fields, in the order in which they are written
 * @param actions the fields as a change that <code>roster apply</code> reads; none where the result
 *     is not about memberships
 */
public record Shape<T>(List<Column<T>> columns, List<Column<T>> actions) {

  /**
   * Results that are not about memberships.
   *
   * @param <T> what a row is made from
   * @param columns the fields
   * @return a shape
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> Shape<T> of(Column<T>... columns) {
    return new Shape<>(List.of(columns), List.of());
  }

  /** The fields that a format has. */
  List<Column<T>> columns(OutputFormat format) {
    return switch (format) {
      case TABLE -> columns.stream().filter(Column::inTable).toList();
      case JSON, CSV -> columns;
      case ACTION_CSV -> actions;
    };
  }
}
