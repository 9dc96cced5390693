package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CallInfo;
import dev.roster.ClientMethod;
import dev.roster.IdentityStoreId;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A context of this library has the keys that Micrometer's own would have. */
class SortedContextTest {

  private static final CallInfo CALL =
      CallInfo.builder("memory", new IdentityStoreId("s"), ClientMethod.IS_MEMBER).build();

  private final Observation.Context own = new CallObservationContext("default", CALL);
  private final Observation.Context plain = new Observation.Context();

  private static void change(Observation.Context context, int what, String name, String value) {
    switch (what) {
      case 0 -> context.addLowCardinalityKeyValue(KeyValue.of(name, value));
      case 1 -> context.addLowCardinalityKeyValues(KeyValues.of(name, value, "b", value));
      case 2 -> context.removeLowCardinalityKeyValue(name);
      case 3 -> context.removeLowCardinalityKeyValues(name, "c");
      default -> context.addHighCardinalityKeyValue(KeyValue.of("high." + name, value));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyChangeHasTheSameResult(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 200; step++) {
      int what = random.nextInt(5);
      String name = String.valueOf((char) ('a' + random.nextInt(5)));
      change(own, what, name, "v" + step);
      change(plain, what, name, "v" + step);

      assertThat(own.getLowCardinalityKeyValues()).isEqualTo(plain.getLowCardinalityKeyValues());
      assertThat(own.getLowCardinalityKeyValue(name))
          .isEqualTo(plain.getLowCardinalityKeyValue(name));
      assertThat(own.getAllKeyValues()).isEqualTo(plain.getAllKeyValues());
    }
  }

  @Test
  void noKeyIsLostWhereThreadsAddAtTheSameTime() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      String prefix = "thread" + number + ".";
      threads.add(
          new Thread(
              () -> {
                for (int key = 0; key < 100; key++) {
                  own.addLowCardinalityKeyValue(KeyValue.of(prefix + key, "v"));
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(own.getLowCardinalityKeyValues()).hasSize(800);
  }
}
