package dev.roster.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One clock for a whole call. */
class DeadlineTest {

  @ParameterizedTest
  @CsvSource({
    // allowed, gone, elapsed, left, passed, an attempt of 4 s may take
    "10,  0,  0, 10, false, 4",
    "10,  6,  6,  4, false, 4",
    "10,  7,  7,  3, false, 3",
    "10, 10, 10,  0,  true, 0",
    "10, 11, 11,  0,  true, 0",
  })
  void timeRunsFromTheStartOfTheCall(
      int allowed, int gone, int elapsed, int left, boolean passed, int attempt) {
    TurnedTime time = new TurnedTime();
    time.turn(seconds(1_000));
    Deadline deadline = Deadline.after(seconds(allowed), time);
    time.turn(seconds(gone));

    assertThat(deadline.elapsed()).isEqualTo(seconds(elapsed));
    assertThat(deadline.timeLeft()).isEqualTo(seconds(left));
    assertThat(deadline.hasPassed()).isEqualTo(passed);
    assertThat(deadline.timeForAttempt(seconds(4))).isEqualTo(seconds(attempt));
  }

  @Test
  void theLongestDurationThereIsNeverPasses() {
    TurnedTime time = new TurnedTime();
    Deadline deadline = Deadline.after(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), time);
    time.turn(Duration.ofDays(36_000));

    assertThat(deadline.hasPassed()).isFalse();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
