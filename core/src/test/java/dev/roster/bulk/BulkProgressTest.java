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

    assertThat(progress).hasToString("30 done, 10 failed of 100 in PT2S, 20.0 a second, PT3S left");
  }

  @Test
  void withoutATotalNobodyKnowsWhatIsLeft() {
    BulkProgress progress = new BulkProgress(5, 0, OptionalLong.empty(), Duration.ofSeconds(1));

    assertThat(progress.timeLeft()).isEmpty();
    assertThat(progress).hasToString("5 done, 0 failed in PT1S, 5.0 a second");
  }
}
