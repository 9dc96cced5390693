package dev.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roster.internal.RatePhase.Search;
import dev.roster.internal.RatePhase.Shared;
import dev.roster.internal.RatePhase.Steady;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the rate moves between two throttled replies. */
class RatePhaseTest {

  @Test
  void whileNothingWasThrottledThereIsNoRate() {
    assertThat(new RatePhase.Open().rate(1)).isInfinite();
  }

  @ParameterizedTest
  @CsvSource({"0, 4.4", "0.4, 8.8", "1, 43.0", "60, 100000"})
  void aSearchDoublesEverFasterUpToABound(double seconds, double rate) {
    assertThat(new Search().rate(seconds)).isCloseTo(rate, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"0, 94", "1, 99.25", "2, 100", "3, 100.75", "4, 106", "40, 106"})
  void aCycleBeginsBelowTheLimitAndEndsAboveIt(double seconds, double rate) {
    assertThat(new Steady(100, 2).rate(seconds)).isCloseTo(rate, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"3.9, false", "4, false", "4.1, true"})
  void aCycleIsOverAfterItsSecondHalf(double seconds, boolean over) {
    assertThat(new Steady(100, 2).isOver(seconds)).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "4, 6", "10, 7.5", "11, 15.5", "12, 32", "60, 200000"})
  void aShareGrowsEvenlyAndAfterAQuietTimeDoublesEverySecond(double seconds, double rate) {
    assertThat(new Shared(5, 0.25, 10).rate(seconds)).isCloseTo(rate, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, 5, false", "10, 7.5, false", "12, 8, true"})
  void theShareItselfDoesNotGrowFasterInASearch(double seconds, double share, boolean searching) {
    Shared shared = new Shared(5, 0.25, 10);
    assertThat(shared.share(seconds)).isEqualTo(share);
    assertThat(shared.isSearching(seconds)).isEqualTo(searching);
  }
}
