package dev.roster.memory.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.memory.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaggingCopyTest {

  private static final Duration LAG = Duration.ofSeconds(10);

  private final ManualTime time = new ManualTime();
  private final LaggingCopy copy = new LaggingCopy(new StoreState(), LAG);
  private final List<Integer> applied = new ArrayList<>();

  @Test
  void aCopyThatIsWrittenAndNeverReadKeepsOnlyWhatIsNotDue() {
    for (int change = 0; change < 1_000; change++) {
      time.advance(Duration.ofSeconds(1));
      write(change);
    }

    assertThat(copy.pending()).isEqualTo(10);
    assertThat(applied).hasSize(990).isSorted();
  }

  @Test
  void onAClockThatStandsStillTheOldestChangeIsSeenEarly() {
    for (int change = 0; change < LaggingCopy.MAX_PENDING + 3; change++) {
      write(change);
    }

    assertThat(copy.pending()).isEqualTo(LaggingCopy.MAX_PENDING);
    assertThat(applied).containsExactly(0, 1, 2);
  }

  private void write(int change) {
    copy.add(time.instant(), state -> applied.add(change));
  }
}
