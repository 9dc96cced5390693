package dev.roster.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchesTest {

  private static final long SECOND = 1_000_000_000L;

  private final Stretches stretches = new Stretches();

  @Test
  void whileTheRateStaysAllCounts() {
    stretches.begin(0, 10);
    accept(100, 5, 10);
    accept(100, 10, 13.9);
    assertThat(stretches.perSecond(10 * SECOND)).isEqualTo(20);
  }

  @Test
  void ofARateThatGrowsTheLastTwoStretchesCount() {
    stretches.begin(0, 10);
    accept(100, 10, 10);
    accept(1, 10, 15);
    accept(40, 11, 22);
    accept(19, 12, 22);
    assertThat(stretches.perSecond(12 * SECOND)).isEqualTo((40 + 19) / 2.0);
  }

  @Test
  void aStretchHasAsManyCallsAsTheUsualBurst() {
    stretches.begin(0, 10);
    accept(10, 2, 15);
    accept(10, 3, 30);
    accept(10, 4, 60);
    assertThat(stretches.perSecond(4 * SECOND)).isEqualTo(30 / 4.0);
  }

  @Test
  void whatWasBeforeTheBeginningDoesNotCount() {
    stretches.begin(0, 10);
    accept(100, 5, 20);
    stretches.begin(5 * SECOND, 10);
    accept(10, 6, 10);
    assertThat(stretches.perSecond(6 * SECOND)).isEqualTo(10);
  }

  private void accept(int calls, long second, double rate) {
    for (int call = 0; call < calls; call++) {
      stretches.accepted(second * SECOND, rate);
    }
  }
}
