package dev.roster.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetsTest {

  @Test
  void whatIsNotReachedStandsOut() {
    Targets targets =
        new Targets()
            .atMost("wall", 1.03, 1.0301)
            .atLeast("used", 95, 95)
            .exactly("calls", 200, 201);
    assertThat(targets.toString().lines().skip(2))
        .containsExactly(
            "| wall | at most 1.030 | 1.030 | **no** |",
            "| used | at least 95 | 95 | yes |",
            "| calls | 200 | 201 | **no** |");
  }
}
