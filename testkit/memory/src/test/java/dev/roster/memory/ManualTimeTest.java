package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ManualTimeTest {

  private final ManualTime time = new ManualTime();
  private final Instant start = time.instant();
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void itStandsStillUnlessTurned() {
    time.advance(Duration.ofSeconds(3));

    assertThat(time.instant()).isEqualTo(start.plusSeconds(3));
    assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(3).toNanos());
    assertThatIllegalArgumentException().isThrownBy(() -> time.advance(Duration.ofNanos(-1)));
  }

  @Test
  void aWaitMovesItAtOnceAndIsWrittenDown() throws InterruptedException {
    assertThat(time.await(end, Duration.ofMinutes(5))).isFalse();

    assertThat(time.instant()).isEqualTo(start.plusSeconds(300));
    assertThat(time.waits()).containsExactly(Duration.ofMinutes(5));
  }

  @Test
  void noTimeIsNoWait() throws InterruptedException {
    assertThat(time.await(end, Duration.ZERO)).isFalse();
    assertThat(time.await(end, Duration.ofSeconds(-1))).isFalse();

    assertThat(time.waits()).isEmpty();
  }

  @Test
  void anEndCutsAWaitShort() throws InterruptedException {
    time.onWait(duration -> end.countDown());

    assertThat(time.await(end, Duration.ofMinutes(5))).isTrue();

    assertThat(time.instant()).isEqualTo(start);
    assertThat(time.waits()).containsExactly(Duration.ofMinutes(5));
    assertThat(time.await(end, Duration.ofMinutes(5))).isTrue();
    assertThat(time.waits()).hasSize(1);
  }

  @Test
  void anInterruptCutsAWaitShort() {
    time.onWait(duration -> Thread.currentThread().interrupt());

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> time.await(end, Duration.ofMinutes(5)));
    assertThat(time.instant()).isEqualTo(start);
  }
}
