package dev.roster.emulator.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.memory.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private final ManualTime time = new ManualTime();
  private final TokenBucket bucket = new TokenBucket(20, 3, time);

  @Test
  void aBurstPassesAndThenWhatTheRateAllows() {
    assertThat(taken(10)).isEqualTo(3);

    time.advance(Duration.ofMillis(50));
    assertThat(taken(10)).isEqualTo(1);

    time.advance(Duration.ofMillis(100));
    assertThat(taken(10)).isEqualTo(2);
  }

  @Test
  void restDoesNotAddUpBeyondTheBurst() {
    time.advance(Duration.ofDays(400));

    assertThat(taken(10)).isEqualTo(3);
  }

  @Test
  void whoComesTooFastIsToldWhenThereIsATokenAgain() {
    taken(3);
    time.advance(Duration.ofMillis(20));

    Duration wait = bucket.take();

    assertThat(wait).isEqualTo(Duration.ofMillis(30));
    time.advance(wait);
    assertThat(bucket.take()).isZero();
  }

  @Test
  void aClockThatIsTurnedBackTakesNothingAway() {
    Instant start = Instant.parse("2026-01-02T03:04:05Z");
    Iterator<Instant> readings =
        List.of(start, start.minusSeconds(3600), start.minusSeconds(3599)).iterator();
    TokenBucket turned = new TokenBucket(1, 1, readings::next);

    assertThat(turned.take()).isZero();
    assertThat(turned.take()).isZero();
  }

  private long taken(int asked) {
    long taken = 0;
    for (int each = 0; each < asked; each++) {
      taken += bucket.take().isZero() ? 1 : 0;
    }
    return taken;
  }
}
