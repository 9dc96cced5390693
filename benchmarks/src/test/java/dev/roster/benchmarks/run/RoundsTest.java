package dev.roster.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundsTest {

  private final Rounds<String, Integer> rounds = new Rounds<>();

  RoundsTest() {
    for (int result : new int[] {3, 1, 2}) {
      rounds.add("one", result);
      rounds.add("other", 10 * result);
    }
  }

  @Test
  void mediansAreComparedAndNotSingleRounds() {
    assertThat(rounds.median("one", Integer::doubleValue)).isEqualTo(2);
    assertThat(rounds.ratio("other", "one", Integer::doubleValue)).isEqualTo(10);
  }

  @Test
  void theLargestIsTheWorstMedianOfThoseThatCount() {
    assertThat(rounds.largest(name -> true, Integer::doubleValue)).isEqualTo(20);
    assertThat(rounds.largest("one"::equals, Integer::doubleValue)).isEqualTo(2);
  }

  @Test
  void theLastRoundIsThatOfThePlot() {
    assertThat(rounds.last("one")).isEqualTo(2);
    assertThat(rounds.contenders()).containsExactly("one", "other");
  }
}
