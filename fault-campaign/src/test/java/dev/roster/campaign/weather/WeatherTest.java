package dev.roster.campaign.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A seed decides the weather, and all weathers together have every fault. */
final class WeatherTest {

  @Test
  void oneSeedMeansTheSameFaultsWhateverTheOrderOfTheQuestions() {
    List<AttemptKey> keys =
        LongStream.range(0, 500).mapToObj(call -> new AttemptKey(call, 0, 1)).toList();
    Weather one = Weather.of(42, 1);
    Weather other = Weather.of(42, 1);
    List<FaultPlan> forwards = keys.stream().map(one::plan).toList();

    for (int key = keys.size() - 1; key >= 0; key--) {
      assertThat(other.plan(keys.get(key))).isEqualTo(forwards.get(key));
    }
  }

  @Test
  void everyFaultHappens() {
    Set<Fault> seen = EnumSet.noneOf(Fault.class);
    for (long seed = 0; seed < 60; seed++) {
      Weather weather = Weather.of(seed, 1);
      LongStream.range(0, 200)
          .forEach(call -> seen.add(weather.plan(new AttemptKey(call, 0, 1)).fault()));
    }

    assertThat(seen).containsExactlyInAnyOrder(Fault.values());
  }
}
