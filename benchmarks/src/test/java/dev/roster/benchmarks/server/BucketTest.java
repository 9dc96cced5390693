package dev.roster.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketTest {

  private final Bucket bucket = new Bucket();

  @Test
  void withoutALimitEveryCallIsAllowed() {
    assertThat(taken(1_000, 0)).isEqualTo(1_000);
  }

  @Test
  void theBurstIsAllowedAtOnceAndThenTheRate() {
    bucket.limit(20, 40, 0);
    assertThat(taken(100, 0)).isEqualTo(40);
    assertThat(taken(100, TimeUnit.SECONDS.toNanos(1))).isEqualTo(20);
  }

  @Test
  void aRestFillsNoMoreThanTheBucket() {
    bucket.limit(20, 40, 0);
    assertThat(taken(100, TimeUnit.HOURS.toNanos(1))).isEqualTo(40);
  }

  @Test
  void aNewRateCountsFromItsChange() {
    bucket.limit(20, 40, 0);
    assertThat(taken(100, 0)).isEqualTo(40);
    bucket.changeRate(100, TimeUnit.MILLISECONDS.toNanos(500));
    assertThat(taken(100, TimeUnit.MILLISECONDS.toNanos(600))).isEqualTo(20);
  }

  private long taken(int tries, long now) {
    return IntStream.range(0, tries).filter(number -> bucket.take(now)).count();
  }
}
