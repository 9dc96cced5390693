package dev.roster.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What the law does at its boundaries. */
class AdaptiveRateTest {

  private final AdaptiveRate law = new AdaptiveRate();
  private long now;

  @Test
  void aFreshClientHasPlacesThatGrowWithWhatIsAccepted() {
    assertThat(law.places()).isEqualTo(2);
    accept(59);
    assertThat(law.places()).isEqualTo(2);
    accept(1);
    assertThat(law.places()).isEqualTo(3);
  }

  @Test
  void aFreshClientKnocksAfterAThrottledResponseAndSearchesWhereTheBucketIsEmpty() {
    throttle();
    assertThat(law.knocks()).isOne();
    assertThat(law.places()).isZero();
    throttle();
    assertThat(law.knocks()).isZero();
    assertThat(law.perSecond(now)).isEqualTo(2.5);
  }

  @Test
  void aFreshClientThatIsThrottledByChanceStaysFresh() {
    throttle();
    accept(2);
    assertThat(law.places()).isPositive();
  }

  @Test
  void aSearchDoublesEachHalfSecondAndMeasuresWhatWasAcceptedOverTheTime() {
    search();
    passSeconds(2);
    assertThat(law.perSecond(now)).isEqualTo(40);
    accept(40);
    emptyBucket();
    assertThat(law.perSecond(now)).isEqualTo(0.88 * 20, within(0.01));
  }

  @Test
  void aCycleGoesFromBelowTheLevelToAboveIt() {
    measureTwenty();
    passSeconds(5);
    assertThat(law.perSecond(now)).isEqualTo(20, within(0.01));
    passSeconds(5);
    assertThat(law.perSecond(now)).isEqualTo(22.4, within(0.01));
  }

  @Test
  void whereNothingIsThrottledForLongTheRateGrowsEverFaster() {
    measureTwenty();
    passSeconds(12.5);
    assertThat(law.perSecond(now)).isLessThan(1.2 * 20);
    double before = law.perSecond(now);
    passSeconds(6);
    assertThat(law.perSecond(now)).isGreaterThan(2 * before);
    passSeconds(6);
    assertThat(law.perSecond(now)).isGreaterThan(50 * before);
  }

  @Test
  void afterALongSearchTheBucketWasFullInBetweenAndTheRateGrowsAtOnce() {
    search();
    passSeconds(4);
    accept(80);
    emptyBucket();
    passSeconds(6);
    assertThat(law.perSecond(now)).isGreaterThan(10 * 20);
  }

  @Test
  void aLevelThatWasFiveTimesAsMuchWithinAMinuteIsTriedAtOnce() {
    measureTwenty();
    useFourASecondFor(10);
    passSeconds(6);
    assertThat(law.perSecond(now)).isGreaterThan(20);
  }

  @Test
  void aLevelOfMoreThanAMinuteAgoIsForgotten() {
    measureTwenty();
    useFourASecondFor(80);
    passSeconds(6);
    assertThat(law.perSecond(now)).isLessThan(6);
  }

  private void useFourASecondFor(int seconds) {
    for (int second = 0; second < seconds; second += 2) {
      passSeconds(2);
      accept(8);
      emptyBucket();
    }
  }

  @Test
  void afterTheRateHasGrownFarOnlyTheLastStretchesCount() {
    measureTwenty();
    int accepted = useAllFor(20);
    emptyBucket();
    assertThat(law.perSecond(now)).isGreaterThan(1.5 * 0.88 * accepted / 20);
  }

  /** Takes what the rate allows; returns how many calls it was. */
  private int useAllFor(int seconds) {
    int accepted = 0;
    for (double allowed = 0, tenths = 0; tenths < 10 * seconds; tenths++) {
      passSeconds(0.1);
      allowed += 0.1 * law.perSecond(now);
      int more = (int) allowed - accepted;
      accept(more);
      accepted += more;
    }
    return accepted;
  }

  @Test
  void withinASecondOfAMeasurementAThrottledResponseChangesNothing() {
    measureTwenty();
    passSeconds(0.9);
    double before = law.perSecond(now);
    accept(10);
    emptyBucket();
    assertThat(law.perSecond(now)).isEqualTo(before);
    passSeconds(0.1);
    emptyBucket();
    assertThat(law.perSecond(now)).isLessThan(before);
  }

  @Test
  void whereAThirdIsThrottledTheLimitFellAndIsMeasuredWithinTheSecond() {
    measureTwenty();
    passSeconds(0.31);
    double before = law.perSecond(now);
    accept(9);
    for (int call = 0; call < 4; call++) {
      throttle();
    }
    assertThat(law.perSecond(now)).isEqualTo(before);
    emptyBucket();
    assertThat(law.perSecond(now)).isLessThan(before);
  }

  @Test
  void beforeAnythingWasMeasuredEachThrottledResponseLowersTheRate() {
    search();
    passSeconds(1);
    accept(1);
    throttle();
    assertThat(law.perSecond(now)).isEqualTo(0.88 * 2.5, within(0.01));
    throttle();
    assertThat(law.perSecond(now)).isEqualTo(0.88 * 0.8 * 0.88 * 2.5, within(0.01));
  }

  @Test
  void ofFewerThanFiveAcceptedCallsTheRateFallsByAFifthAndByHalfAtMost() {
    measureTwenty();
    passSeconds(1);
    double rate = law.perSecond(now);
    accept(4);
    throttle();
    assertThat(law.perSecond(now)).isEqualTo(0.88 * 0.8 * rate, within(0.01));
  }

  @Test
  void anOutageNeverChangesTheLevel() {
    measureTwenty();
    passSeconds(2);
    for (int call = 0; call < 600; call++) {
      throttle();
      passSeconds(0.5);
    }
    assertThat(law.perSecond(now)).isEqualTo(0.5);
    accept(1);
    assertThat(law.perSecond(now)).isEqualTo(0.88 * 20 / 4, within(0.01));
    passSeconds(0.8);
    assertThat(law.perSecond(now)).isEqualTo(0.88 * 20, within(0.01));
  }

  @Test
  void anOutageIsSeenByTheClockAlsoWhereAHintHoldsBackMoreThanTheRate() {
    measureTwenty();
    passSeconds(2);
    accept(30);
    long clock = now;
    for (int call = 0; call < 6; call++, clock += 200_000_000) {
      law.throttled(law.sent(), now, clock);
    }
    assertThat(law.perSecond(now)).isEqualTo(0.5);
    accept(1);
    passSeconds(0.8);
    assertThat(law.perSecond(now)).isEqualTo(0.88 * 20, within(0.01));
  }

  @Test
  void throttlingByChanceChangesNothingInACycle() {
    measureTwenty();
    accept(100);
    passSeconds(2);
    double before = law.perSecond(now);
    throttle();
    assertThat(law.knocks()).isOne();
    accept(1);
    assertThat(law.knocks()).isOne();
    accept(1);
    assertThat(law.perSecond(now)).isEqualTo(before);
  }

  @Test
  void afterAKnockThatFoundMoreTheNextNeedsTwoThrottledOfThree() {
    measureTwenty();
    accept(100);
    passSeconds(2);
    throttle();
    accept(2);
    double before = law.perSecond(now);
    throttle();
    throttle();
    assertThat(law.perSecond(now)).isEqualTo(before);
    throttle();
    assertThat(law.perSecond(now)).isLessThan(before);
    assertThat(law.toString()).doesNotContain("chance");
  }

  @Test
  void knocksEndWhereMoreThanOneInFourteenIsThrottled() {
    measureTwenty();
    accept(100);
    passSeconds(2);
    for (int doubt = 0; doubt < 4; doubt++) {
      throttle();
      accept(2);
    }
    double before = law.perSecond(now);
    throttle();
    assertThat(law.knocks()).isZero();
    assertThat(law.perSecond(now)).isLessThan(before);
  }

  @Test
  void whatWasSentBeforeTheLastChangeChangesNothing() {
    long early = law.sent();
    measureTwenty();
    double before = law.perSecond(now);
    law.throttled(early, now, now);
    assertThat(law.perSecond(now)).isEqualTo(before);
  }

  private void measureTwenty() {
    search();
    passSeconds(2);
    accept(40);
    emptyBucket();
  }

  private void search() {
    throttle();
    throttle();
  }

  /** Throttled, and the call that knocks as well. */
  private void emptyBucket() {
    throttle();
    while (law.knocks() > 0) {
      throttle();
    }
  }

  private void accept(int calls) {
    for (int call = 0; call < calls; call++) {
      law.accepted(law.sent(), now);
    }
  }

  private void throttle() {
    law.throttled(law.sent(), now, now);
  }

  private void passSeconds(double seconds) {
    now += (long) (seconds * 1e9);
  }
}
