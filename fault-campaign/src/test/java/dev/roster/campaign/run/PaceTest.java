package dev.roster.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** As many runs at the same time, and attempts as long, as the machine bears. */
final class PaceTest {

  private static final double NONE = 0;
  private static final double SOME = 0.03;
  private static final double MANY = 0.2;

  private final Pace pace = new Pace(4, 5);

  @Test
  void theFirstRunsAreFew() throws InterruptedException {
    assertThat(begin()).isEqualTo(4);
  }

  @Test
  void aMachineThatBearsItMakesMoreRunsAtOnceButNeverMoreThanAreAllowed()
      throws InterruptedException {
    run(NONE);
    run(NONE);

    assertThat(begin()).isEqualTo(5);
  }

  @Test
  void aMachineThatIsTooBusyMakesLongerAttemptsAndThenFewerRuns() throws InterruptedException {
    run(NONE);
    run(MANY);
    assertThat(pace.begin()).isEqualTo(8);
    pace.ended(8, MANY);

    assertThat(begin()).isEqualTo(4);
  }

  @Test
  void ofRunsMadeWithTheSamePatienceOneChangesIt() throws InterruptedException {
    Pace impatient = new Pace(2, 4);
    int first = impatient.begin();
    int second = impatient.begin();
    impatient.ended(first, MANY);
    impatient.ended(second, MANY);

    assertThat(impatient.begin()).isEqualTo(4);
  }

  @Test
  void patienceIsLostAgainWhereItIsNotNeeded() throws InterruptedException {
    run(NONE);
    run(SOME);
    assertThat(pace.begin()).isEqualTo(4);
    pace.ended(4, NONE);

    assertThat(pace.begin()).isEqualTo(3);
  }

  private void run(double needlessTimeouts) throws InterruptedException {
    pace.ended(pace.begin(), needlessTimeouts);
  }

  /** Begins as many runs as there are places for. */
  private int begin() throws InterruptedException {
    int begun = 0;
    while (pace.hasPlace()) {
      int unused = pace.begin();
      begun++;
    }
    return begun;
  }
}
