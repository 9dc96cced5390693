package dev.roster.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** As many runs at the same time, and attempts as long, as the machine bears. */
final class PaceTest {

  private static final double NONE = 0;
  private static final double SOME = 0.03;
  private static final double MANY = 0.2;

  private final Pace pace = new Pace(4, 3);

  @Test
  void aMachineThatBearsItMakesMoreRunsAtOnce() throws InterruptedException {
    run(NONE);

    assertThat(begun(3)).isTrue();
  }

  @Test
  void neverMoreThanAreAllowed() throws InterruptedException {
    run(NONE);
    run(NONE);

    assertThat(begun(3)).isTrue();
    assertThat(pace.hasPlace()).isFalse();
  }

  @Test
  void theFirstRunsAreFew() throws InterruptedException {
    assertThat(begun(2)).isTrue();
    assertThat(pace.hasPlace()).isFalse();
  }

  @Test
  void aMachineThatIsTooBusyMakesFewerRunsAndThenLongerAttempts() throws InterruptedException {
    run(NONE);
    run(MANY);
    assertThat(begun(2)).isTrue();
    assertThat(pace.hasPlace()).isFalse();
    pace.ended(4, MANY);
    pace.ended(4, SOME);

    assertThat(pace.begin()).isEqualTo(8);
  }

  @Test
  void ofRunsMadeWithTheSamePatienceOneChangesIt() throws InterruptedException {
    assertThat(begun(2)).isTrue();
    pace.ended(4, MANY);
    pace.ended(4, MANY);

    assertThat(pace.begin()).isEqualTo(8);
  }

  @Test
  void patienceIsLostAgainWhereItIsNotNeeded() throws InterruptedException {
    run(NONE);
    run(NONE);

    assertThat(pace.begin()).isEqualTo(3);
  }

  private void run(double needlessTimeouts) throws InterruptedException {
    pace.ended(pace.begin(), needlessTimeouts);
  }

  private boolean begun(int runs) throws InterruptedException {
    for (int run = 0; run < runs; run++) {
      if (!pace.hasPlace()) {
        return false;
      }
      int unused = pace.begin();
    }
    return true;
  }
}
