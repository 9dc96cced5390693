package dev.roster.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = 1_000_000_000L;

  private final Allowance allowance = new Allowance(0.05);

  @Test
  void theFirstTurnIsThereAtOnceAndTheNextAWholeOneAway() {
    assertThat(allowance.isDue()).isTrue();
    allowance.take();
    assertThat(allowance.isDue()).isFalse();
    assertThat(allowance.untilNext(10)).isEqualTo(SECOND / 10);
  }

  @Test
  void anIdleHourSavesOneTurnOnlyAndCountsNoTime() {
    assertThat(allowance.pass(3600 * SECOND, 100, false)).isZero();
    allowance.take();
    assertThat(allowance.isDue()).isFalse();
  }

  @Test
  void aLateWakeUpMayCatchUpOnNoMoreThanTheLateness() {
    allowance.take();
    assertThat(allowance.pass(SECOND, 100, true)).isEqualTo(60 * SECOND / 1000);
    int taken = 0;
    for (; allowance.isDue(); allowance.take()) {
      taken++;
    }
    assertThat(taken).isEqualTo(6);
  }

  @Test
  void startingAgainLeavesNothingToCatchUp() {
    allowance.pass(SECOND, 100, true);
    allowance.startAgain();
    assertThat(allowance.untilNext(100)).isEqualTo(SECOND / 100);
  }
}
