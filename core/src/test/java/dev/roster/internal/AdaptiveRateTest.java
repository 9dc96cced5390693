package dev.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one reply after the other makes of the rate. */
class AdaptiveRateTest {

  private static final double SEARCH = 4.4;

  private final AdaptiveRate rate = new AdaptiveRate();
  private double seconds;

  @Test
  void withoutThrottledRepliesThereIsNoRate() {
    accepted(100, 1);
    assertThat(rate.isOpen()).isTrue();
    assertThat(now()).isInfinite();
    assertThat(rate.freePlaces()).isEqualTo(SlowStart.places(100));
    assertThat(rate.burst()).isZero();
  }

  @Test
  void theFirstThrottledReplyBeginsASearch() {
    accepted(40, 0);
    throttled();
    assertThat(rate.isOpen()).isFalse();
    assertThat(now()).isEqualTo(SEARCH);
    assertThat(rate.burst()).isEqualTo(40);
    seconds += 0.4;
    assertThat(now()).isEqualTo(2 * SEARCH);
  }

  @Test
  void aBurstBeyondAHundredCallsIsNotCountedOn() {
    accepted(250, 0);
    throttled();
    assertThat(rate.burst()).isEqualTo(100);
  }

  @Test
  void whatWasSentBeforeTheLastChangeChangesNothing() {
    accepted(40, 0);
    seconds = 1;
    throttled();
    seconds = 1.4;
    rate.throttled(nanos(0.9), nanos(seconds));
    assertThat(now()).isEqualTo(2 * SEARCH);
  }

  @Test
  void theSearchMeasuresTheLimit() {
    searched(20);
    assertThat(now()).isCloseTo(0.94 * 20, within(1e-6));
    assertThat(rate.burst()).isEqualTo(40);
  }

  @Test
  void aSearchThatOvershotFarIsBelievedOnlyToAPoint() {
    accepted(40, 0);
    throttled();
    accepted(13, 2);
    double end = now();
    throttled();
    assertThat(now()).isCloseTo(0.94 * end / 4, within(1e-6));
  }

  @Test
  void ofTheFirstCallsWhatWasRefilledMeanwhileIsNoBurst() {
    accepted(40, 0);
    accepted(40, 2);
    throttled();
    assertThat(rate.burst()).isEqualTo(80);
    accepted(20, 1);
    throttled();
    assertThat(rate.burst()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({"1", "12"})
  void aSearchThatEndsAfterFewCallsMeetsOthers(int calls) {
    accepted(40, 0);
    throttled();
    accepted(calls, 0.9);
    throttled();
    assertThat(now()).isEqualTo(SEARCH);
    seconds += 5;
    assertThat(now()).isCloseTo(SEARCH + 5 * 0.12, within(1e-6));
  }

  @Test
  void aSearchInWhichNothingWasAcceptedBeginsAnew() {
    accepted(40, 0);
    throttled();
    seconds += 0.4;
    throttled();
    assertThat(now()).isEqualTo(SEARCH);
    seconds += 0.4;
    assertThat(now()).isEqualTo(2 * SEARCH);
  }

  @Test
  void thirteenCallsOfASearchAreEnough() {
    searched(13);
    assertThat(now()).isCloseTo(0.94 * 13, within(1e-6));
  }

  @Test
  void samplesThatAgreeMakeCyclesLonger() {
    searched(20);
    assertThat(halfCycle()).isCloseTo(1, within(0.01));
    steady(40, 2);
    assertThat(halfCycle()).isCloseTo(4, within(0.02));
    steady(80, 4);
    assertThat(halfCycle()).isCloseTo(5, within(0.02));
  }

  @Test
  void afterACycleTheRateGrowsWithEachAcceptedCallThatOthersWaitFor() {
    searched(20);
    seconds += 2.5;
    assertThat(now()).isCloseTo(1.06 * 20, within(1e-6));
    rate.accepted(nanos(seconds), nanos(seconds), false);
    assertThat(now()).isCloseTo(1.06 * 20, within(1e-6));
    seconds += 0.06;
    rate.accepted(nanos(seconds), nanos(seconds), true);
    assertThat(now()).isCloseTo(1.06 * 20 * Math.pow(2, 0.1), within(1e-6));
    seconds += 10;
    rate.accepted(nanos(seconds), nanos(seconds), true);
    assertThat(now()).isCloseTo(1.06 * 20 * Math.pow(2, 0.1) * 1.15, within(1e-6));
  }

  @Test
  void aRateThatWasTrustedFallsStepByStepWhenTheLimitDoes() {
    searched(100);
    steady(200, 2);
    throttledSoon();
    double before = now();
    throttledSoon();
    assertThat(now()).isCloseTo(0.85 * before, within(0.01 * before));
    accepted(10, 0.5);
    throttled();
    assertThat(now()).isCloseTo(0.94 * 20, within(1e-6));
  }

  @Test
  void aRateThatWasNeverConfirmedAndFailsIsShared() {
    searched(20);
    steady(30, 2);
    assertThat(now()).isCloseTo(0.94 * 15, within(1e-6));
    accepted(20, 2);
    double end = now();
    throttled();
    assertThat(now()).isCloseTo(0.81 * end, within(1e-6));
    seconds += 2;
    assertThat(now()).isCloseTo(0.81 * end * (1 + 2 * 0.022), within(1e-6));
  }

  @Test
  void aSharedRateLosesAFifthAndSoonAfterATenth() {
    shared();
    accepted(30, 5);
    double end = now();
    throttled();
    assertThat(now()).isCloseTo(0.81 * end, within(1e-6));
    accepted(5, 1);
    end = now();
    throttled();
    assertThat(now()).isCloseTo(0.9 * end, within(1e-6));
  }

  @Test
  void whereNothingAtAllIsAcceptedTheRateIsHalved() {
    shared();
    seconds += 1;
    throttled();
    double before = now();
    seconds += 1;
    double end = now();
    throttled();
    assertThat(end).isGreaterThan(before);
    assertThat(now()).isCloseTo(0.5 * end, within(1e-6));
  }

  @Test
  void aTrustedRateIsHalvedTooWhereNothingAtAllIsAccepted() {
    searched(100);
    steady(200, 2);
    for (int miss = 0; miss < 2; miss++) {
      seconds += 0.6;
      throttled();
    }
    seconds += 0.6;
    double end = now();
    throttled();
    assertThat(now()).isCloseTo(0.5 * end, within(1e-6));
  }

  @Test
  void aLimitThatRoseFarIsLearnedFromTheRateThatFoundIt() {
    searched(20);
    steady(40, 2);
    accepted(400, 4);
    double end = now();
    throttled();
    assertThat(now()).isCloseTo(0.6 * end, within(1e-6));
  }

  @Test
  void afterASampleFarAboveTheShareTheNextOneIsTheLimit() {
    shared();
    accepted(60, 5);
    throttled();
    accepted(22, 5);
    throttled();
    assertThat(now()).isCloseTo(0.94 * 4.4, within(1e-6));
  }

  @Test
  void theRateNeverVanishes() {
    shared();
    for (int reply = 0; reply < 50; reply++) {
      seconds += 0.6;
      throttled();
    }
    assertThat(now()).isEqualTo(0.2);
  }

  /** The share grows from 4.4 to 5.72 in eleven seconds. */
  @ParameterizedTest
  @CsvSource({"48, 4.6332", "66, 5.58"})
  void aSearchForWhatOthersLeftThatFindsLittleKeepsTheShareOrWhatWasAccepted(
      int calls, double share) {
    shared();
    accepted(calls, 11);
    throttled();
    assertThat(now()).isCloseTo(share, within(1e-6));
  }

  @Test
  void aSearchForWhatOthersLeftTakesWhatItFound() {
    shared();
    accepted(200, 13);
    throttled();
    assertThat(now()).isCloseTo(0.9 * 200 / 13, within(1e-6));
    accepted(40, 2);
    throttled();
    assertThat(now()).isCloseTo(0.94 * Math.min(20, 0.9 * 200 / 13 * 1.2), within(1e-6));
  }

  @Test
  void afterARestTheFirstThrottledReplyOnlyBeginsANewCycle() {
    searched(20);
    seconds += 5;
    rate.rested(nanos(seconds));
    accepted(100, 1);
    throttled();
    assertThat(now()).isCloseTo(0.94 * 20, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"300, false", "300.1, true"})
  void afterALongRestTheLimitIsForgotten(double rest, boolean forgotten) {
    searched(20);
    seconds += rest;
    rate.rested(nanos(seconds));
    assertThat(rate.isOpen()).isEqualTo(forgotten);
  }

  @Test
  void whereTheLimitWasMuchHigherALittleAgoCyclesAreShort() {
    searched(100);
    steady(200, 2);
    throttledSoon();
    throttledSoon();
    accepted(20, 1);
    throttled();
    assertThat(halfCycle()).isCloseTo(0.6, within(0.01));
    seconds += 60;
    accepted(20, 1);
    throttled();
    steady(20, 1);
    assertThat(halfCycle()).isGreaterThan(0.79);
  }

  /** Meets the limit of one client alone with a burst of forty. */
  private void searched(int limit) {
    accepted(40, 0);
    throttled();
    accepted(limit, 1);
    throttled();
  }

  private void shared() {
    accepted(40, 0);
    throttled();
    accepted(5, 0.9);
    throttled();
  }

  private void steady(int calls, double time) {
    accepted(calls, time);
    throttled();
  }

  private void throttledSoon() {
    seconds += 0.01;
    throttled();
  }

  /** The time until the rate is at the level, which is where its slope is least. */
  private double halfCycle() {
    double level = now() / 0.94;
    for (double time = 0; time < 20; time += 0.001) {
      if (rate.perSecond(nanos(seconds + time)) >= level * (1 - 1e-9)) {
        return time;
      }
    }
    return Double.NaN;
  }

  private void accepted(int calls, double time) {
    double start = seconds;
    for (int call = 1; call <= calls; call++) {
      seconds = start + time * call / calls;
      rate.accepted(nanos(start), nanos(seconds), true);
    }
    seconds = start + time;
  }

  private void throttled() {
    rate.throttled(nanos(seconds), nanos(seconds));
  }

  private double now() {
    return rate.perSecond(nanos(seconds));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
