package dev.roster.benchmarks.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A table of medians, with a row for each contender.
 *
 * @param <C> the contenders
 * @param <K> what was measured
 * @param <R> what one round came to
 */
final class RoundsTable<C, K, R> {

  private record Column<C>(String title, Function<C, String> cell) {}

  private final Rounds<K, R> rounds;
  private final String title;
  private final Function<C, String> name;
  private final List<Column<C>> columns = new ArrayList<>();

  RoundsTable(Rounds<K, R> rounds, String title, Function<C, String> name) {
    this.rounds = rounds;
    this.title = title;
    this.name = name;
  }

  RoundsTable<C, K, R> text(String heading, Function<C, String> cell) {
    columns.add(new Column<>(heading, cell));
    return this;
  }

  RoundsTable<C, K, R> median(
      String heading, String form, Function<C, K> of, ToDoubleFunction<R> figure) {
    return text(heading, each -> form.formatted(rounds.median(of.apply(each), figure)));
  }

  Table rows(Collection<C> contenders) {
    List<String> titles = new ArrayList<>(List.of(title));
    columns.forEach(column -> titles.add(column.title()));
    Table table = new Table(titles.toArray(String[]::new));
    for (C each : contenders) {
      table.row(
          name.apply(each), columns.stream().map(column -> column.cell().apply(each)).toArray());
    }
    return table;
  }
}
