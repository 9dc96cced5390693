package dev.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What the calls that were accepted tell of a service's limit and burst. */
class AcceptedCallsTest {

  private static final long SECOND = 1_000_000_000L;

  private final AcceptedCalls calls = new AcceptedCalls();

  @Test
  void theRateIsWhatWasAcceptedOverTheTime() {
    evenly(20, 0, 2 * SECOND);
    assertThat(calls.perSecond(0, 2 * SECOND)).isEqualTo(10);
    assertThat(calls.ratePerSecond(0, 2 * SECOND, 100)).isEqualTo(10);
  }

  @Test
  void inNoTimeAtAllTheRateIsFinite() {
    calls.add(0);
    assertThat(calls.perSecond(0, 0)).isCloseTo(1e9, within(1.0));
  }

  @Test
  void whereTheBucketWasFullALaterStretchTellsMore() {
    evenly(30, 9 * SECOND, 10 * SECOND);
    assertThat(calls.perSecond(0, 10 * SECOND)).isEqualTo(3);
    assertThat(calls.ratePerSecond(0, 10 * SECOND, 10)).isCloseTo(20 / (29 / 30.0), within(1e-6));
  }

  @Test
  void aStretchThatTheBurstExplainsTellsNothing() {
    evenly(12, 9 * SECOND, 10 * SECOND);
    assertThat(calls.ratePerSecond(0, 10 * SECOND, 10)).isEqualTo(1.2);
  }

  @Test
  void aMomentTellsNothing() {
    evenly(30, 10 * SECOND - SECOND / 20, 10 * SECOND);
    assertThat(calls.ratePerSecond(0, 10 * SECOND, 10)).isEqualTo(3);
  }

  @Test
  void theBurstIsTheMostBeyondTheRefill() {
    assertThat(calls.beyond(10)).isZero();
    for (int call = 0; call < 40; call++) {
      calls.add(0);
    }
    assertThat(calls.beyond(10)).isEqualTo(40);
    evenly(10, 0, SECOND);
    assertThat(calls.beyond(10)).isEqualTo(40);
    assertThat(calls.beyond(20)).isEqualTo(30);
  }

  @Test
  void aBurstAfterATimeOfFewCallsIsABurstToo() {
    evenly(5, 0, 10 * SECOND);
    for (int call = 0; call < 40; call++) {
      calls.add(10 * SECOND);
    }
    assertThat(calls.beyond(10)).isEqualTo(41);
  }

  @Test
  void theLatestCallsAreRemembered() {
    evenly(1_000, 0, 100 * SECOND);
    assertThat(calls.count()).isEqualTo(1_000);
    assertThat(calls.ratePerSecond(0, 200 * SECOND, 0)).isEqualTo(5);
    assertThat(calls.beyond(0)).isEqualTo(256);
  }

  @Test
  void nothingIsKeptOfAnotherTime() {
    evenly(20, 0, 2 * SECOND);
    calls.clear();
    assertThat(calls.count()).isZero();
    assertThat(calls.perSecond(0, SECOND)).isZero();
  }

  private void evenly(int count, long from, long until) {
    for (int call = 1; call <= count; call++) {
      calls.add(from + (until - from) * call / count);
    }
  }
}
