package dev.roster.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void whatAProgramTellsIsReadAmongOtherLines() {
    String printed =
        new Figures().with("wallSeconds", 1.5).with("doneMillis", List.of(1L, 2L)).toString();
    Figures read = Figures.parse("a warning: of something\n" + printed + "\n# more\n");
    assertThat(read.number("wallSeconds")).isEqualTo(1.5);
    assertThat(read.series("doneMillis")).containsExactly(1, 2);
  }

  @Test
  void aSeriesCanBeEmpty() {
    assertThat(Figures.parse("doneMillis=").series("doneMillis")).isEmpty();
  }

  @Test
  void aFigureThatWasNotToldIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> Figures.parse("a=1").number("wallSeconds"))
        .hasMessageContaining("wallSeconds");
  }
}
