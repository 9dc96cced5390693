package dev.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roster.internal.RatePhase.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a client behaves towards others that use the same limit. */
class SharingTest {

  private final Sharing sharing = new Sharing();

  @ParameterizedTest
  @CsvSource({"0.5, 0.05", "1.2, 0.12", "5, 0.12", "10, 0.22", "100, 2.2"})
  void aShareGrowsByAboutTheSameEverySecondWhateverItIs(double rate, double slope) {
    Shared shared = sharing.from(rate);
    assertThat(shared.from()).isEqualTo(rate);
    assertThat(shared.slope()).isCloseTo(slope, within(1e-9));
  }

  @Test
  void theQuietTimeBeforeASearchFollowsTheUsualTimeBetweenThrottledReplies() {
    assertThat(sharing.from(5).quiet()).isEqualTo(9);
    sharing.throttledAfter(10);
    assertThat(sharing.from(5).quiet()).isCloseTo(10.8, within(1e-9));
    sharing.throttledAfter(1);
    assertThat(sharing.from(5).quiet()).isCloseTo(10.8, within(1e-9));
    sharing.throttledAfter(1.7);
    assertThat(sharing.from(5).quiet()).isCloseTo(9.252, within(1e-9));
    sharing.throttledAfter(100);
    assertThat(sharing.from(5).quiet()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.9", "1.69, 0.9", "1.7, 0.81", "100, 0.81"})
  void aThrottledReplyTakesAFifthAndASecondOneSoonAfterLess(double seconds, double factor) {
    assertThat(Sharing.decrease(seconds)).isEqualTo(factor);
  }

  /** The share grew from 5 to 7, 6 on average. */
  @ParameterizedTest
  @CsvSource({"8.39, 20, 0", "8.41, 20, 8.41", "15, 20, 15", "15, 12, 12"})
  void muchMoreThanTheShareIsWhatOthersLeft(double sample, double rate, double found) {
    assertThat(sharing.found(new Shared(5, 0.2, 8), 10, sample, rate)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"20, 20, 20", "20, 21, 21", "20, 19, 19", "20, 22, 0", "20, 18, 0", "15, 15, 0"})
  void searchesThatEndAtTheSameHighRateFoundTheLimitOfASmallBucket(
      double firstEnd, double secondEnd, double found) {
    Shared shared = new Shared(5, 0.2, 8);
    assertThat(sharing.found(shared, 10, 6, firstEnd)).isZero();
    assertThat(sharing.found(shared, 10, 6, secondEnd)).isEqualTo(found);
  }

  @Test
  void aThrottledReplyBetweenTwoSearchesMakesThemNoPair() {
    Shared shared = new Shared(5, 0.2, 8);
    assertThat(sharing.found(shared, 10, 6, 20)).isZero();
    sharing.endedEarly();
    assertThat(sharing.found(shared, 10, 6, 20)).isZero();
  }
}
