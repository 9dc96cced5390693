package dev.roster.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkProgressTest {

  @ParameterizedTest
  @CsvSource({
    // done, failed, total, elapsed s, rate, seconds left
    "30, 10, 100, 2, 20, 3",
    "0, 0, 100, 2, 0, ",
    "100, 0, 100, 5, 20, 0",
    "120, 0, 100, 6, 20, 0",
    "5, 0, 100, 0, 0, ",
  })
  void theRestIsExpectedToGoAsTheBeginning(
      long done, long failed, long total, long elapsed, double rate, @Nullable Long left) {
    BulkProgress progress =
        new BulkProgress(done, failed, OptionalLong.of(total), Duration.ofSeconds(elapsed));

    assertThat(progress.rate()).isEqualTo(rate);
    assertThat(progress.timeLeft().map(Duration::toSeconds).orElse(null)).isEqualTo(left);
  }

  @Test
  void itsTextIsFitForALog() {
    BulkProgress progress = new BulkProgress(30, 10, OptionalLong.of(100), Duration.ofSeconds(2));

    assertThat(progress).hasToString("30 done, 10 failed of 100 in 2 s, 20.0 a second, 3 s left");
  }

  @Test
  void withoutATotalTheTimeLeftIsNotKnown() {
    BulkProgress progress = new BulkProgress(5, 0, OptionalLong.empty(), Duration.ofSeconds(1));

    assertThat(progress.timeLeft()).isEmpty();
    assertThat(progress).hasToString("5 done, 0 failed in 1 s, 5.0 a second");
  }

  @Test
  void twoRunsAreCountedTogether() {
    BulkProgress first = new BulkProgress(3, 1, OptionalLong.of(4), Duration.ofSeconds(2));
    assertThat(first.followedBy(BulkProgress.none(8)))
        .hasToString("3 done, 1 failed of 12 in 2 s, 2.0 a second, 4 s left");
    BulkProgress unknown = new BulkProgress(1, 0, OptionalLong.empty(), Duration.ofSeconds(1));
    assertThat(first.followedBy(unknown).total()).isEmpty();
  }
}
