package dev.roster.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTableTest {

  @Test
  void everyRowHasTheMediansOfItsContender() {
    Rounds<String, Double> rounds = new Rounds<>();
    List.of(1.0, 5.0, 2.0).forEach(figure -> rounds.add("one", figure));
    rounds.add("other", 4.0);

    Table table =
        new RoundsTable<String, String, Double>(rounds, "who", each -> each + "!")
            .text("hint", each -> "none")
            .median("s", "%.1f", each -> each, figure -> figure)
            .rows(List.of("one", "other"));

    assertThat(table)
        .hasToString(
            """
            | who | hint | s |
            | --- | --- | --- |
            | one! | none | 2.0 |
            | other! | none | 4.0 |
            """);
  }
}
