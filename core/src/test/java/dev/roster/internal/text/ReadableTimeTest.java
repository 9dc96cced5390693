package dev.roster.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTimeTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 ms",
    "PT0.0004S, 0 ms",
    "PT0.85S, 850 ms",
    "PT1S, 1 s",
    "PT4.26S, 4.2 s",
    "PT10.9S, 10 s",
    "PT57S, 57 s",
    "PT1M, 1 min",
    "PT22M56.54S, 22 min 56 s",
    "PT1H22M56.54S, 1 h 22 min 56 s",
    "PT2H, 2 h",
    "PT26H0M1S, 26 h 1 s",
    "-PT0.85S, -850 ms",
    "-PT1M, -1 min"
  })
  void timesAreWrittenAsPeopleReadThem(Duration time, String text) {
    assertThat(ReadableTime.of(time)).isEqualTo(text);
  }

  @Test
  void theLongestTimesHaveATextToo() {
    assertThat(ReadableTime.of(Duration.ofSeconds(Long.MAX_VALUE)))
        .startsWith("2562047788015215 h");
    assertThat(ReadableTime.of(Duration.ofSeconds(Long.MIN_VALUE)))
        .startsWith("-2562047788015215 h");
  }
}
