package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValues;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Key values are made once, in bounded memory. */
class KnownKeysTest {

  private final AtomicInteger made = new AtomicInteger();
  private final KnownKeys<Integer> keys =
      new KnownKeys<>(
          number -> {
            made.incrementAndGet();
            return KeyValues.of("number", number.toString());
          });

  @Test
  void whatWasSaidBeforeIsNotMadeAgain() {
    assertThat(keys.of(7)).isSameAs(keys.of(7)).isEqualTo(KeyValues.of("number", "7"));
    assertThat(made).hasValue(1);
  }

  @Test
  void whatNoApplicationHasIsMadeEachTimeAndNotKept() {
    for (int number = 0; number < 5_000; number++) {
      assertThat(keys.of(number)).isEqualTo(KeyValues.of("number", Integer.toString(number)));
    }
    int before = made.get();
    assertThat(keys.of(0)).isSameAs(keys.of(0));
    assertThat(keys.of(4_999)).isEqualTo(KeyValues.of("number", "4999"));
    assertThat(made).hasValue(before + 1);
  }
}
