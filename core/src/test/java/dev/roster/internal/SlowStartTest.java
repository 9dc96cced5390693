package dev.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many calls a client has under way while nothing was throttled yet. */
class SlowStartTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "5, 1", "6, 2", "11, 2", "12, 3", "49, 3", "50, 4", "100, 11", "299, 216"})
  void thePlacesGrowWithWhatWasAccepted(int accepted, double places) {
    assertThat(SlowStart.places(accepted)).isEqualTo(places);
  }

  @ParameterizedTest
  @CsvSource({"300", "301", "2147483647"})
  void afterAFewHundredCallsThereIsNoBound(int accepted) {
    assertThat(SlowStart.places(accepted)).isInfinite();
  }
}
