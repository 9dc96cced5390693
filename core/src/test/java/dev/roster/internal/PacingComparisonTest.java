package dev.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The law that was chosen beside those that were not, under the same conditions. Writes the table
 * of docs/decisions/adaptive-pacing.md to target/pacing-comparison.md.
 */
class PacingComparisonTest {

  private static final int RUNS = 5;
  private static final double RATE = 20;

  private static final Map<String, Supplier<RateLaw>> LAWS = new LinkedHashMap<>();

  static {
    LAWS.put("additive increase, 0.4/s²", () -> new CandidateLaw.AdditiveIncrease(0.4));
    LAWS.put("additive increase, 0.1/s²", () -> new CandidateLaw.AdditiveIncrease(0.1));
    LAWS.put("cubic", CandidateLaw.Cubic::new);
    LAWS.put("accepted over time", CandidateLaw.AcceptedOverTime::new);
    LAWS.put("adaptive", AdaptiveRate::new);
  }

  private record Row(
      double wall,
      double throttled,
      double wall4,
      double throttled4,
      double slowest4,
      double fairness4,
      double used) {

    boolean meetsAll() {
      return wall < 1.03
          && throttled < 1.6
          && wall4 < 1.07
          && throttled4 < 3
          && slowest4 < 6
          && fairness4 > 0.98
          && used > 0.95;
    }

    String text(String law) {
      return String.format(
          Locale.ROOT,
          "| %s | %.3f, %.1f %% | %.3f, %.1f %%, %.1f s, %.3f | %.0f %% |",
          law,
          wall,
          throttled,
          wall4,
          throttled4,
          slowest4,
          fairness4,
          100 * used);
    }
  }

  @Test
  void onlyTheAdaptiveLawDoesWellEverywhere() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (Map.Entry<String, Supplier<RateLaw>> law : LAWS.entrySet()) {
      Row row = measure(law.getValue());
      lines.add(row.text(law.getKey()));
      if (row.meetsAll()) {
        good.add(law.getKey());
      }
    }
    Files.write(Path.of("target", "pacing-comparison.md"), lines);
    assertThat(good).as(String.join("\n", lines)).containsExactly("adaptive");
  }

  private static Row measure(Supplier<RateLaw> law) {
    double[][] rows = new double[RUNS][];
    for (int seed = 0; seed < RUNS; seed++) {
      PacingSimulation one = processes(law, 1, seed);
      PacingSimulation four = processes(law, 4, seed);
      rows[seed] =
          new double[] {
            one.wallRatio(RATE),
            one.throttledPercent(),
            four.wallRatio(RATE),
            four.throttledPercent(),
            four.slowestSeconds(),
            four.fairness(),
            used(law, seed)
          };
    }
    return new Row(
        median(rows, 0),
        median(rows, 1),
        median(rows, 2),
        median(rows, 3),
        median(rows, 4),
        median(rows, 5),
        median(rows, 6));
  }

  private static double median(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().toArray()[RUNS / 2];
  }

  private static PacingSimulation processes(Supplier<RateLaw> law, int count, int seed) {
    PacingSimulation run =
        new PacingSimulation(SimulatedService.refilledContinuously(RATE, 40), seed);
    Random random = new Random(seed);
    for (int process = 0; process < count; process++) {
      run.process(law, 16, 500, Duration.ofMillis(random.nextInt(300)));
    }
    return run.run();
  }

  private static double used(Supplier<RateLaw> law, int seed) {
    long phase = Duration.ofSeconds(20).toNanos();
    SimulatedService service =
        SimulatedService.changing(now -> now >= phase && now < 2 * phase ? RATE : 5 * RATE, 40);
    PacingSimulation run = new PacingSimulation(service, seed);
    run.process(law, 16, Integer.MAX_VALUE, Duration.ZERO);
    return run.run(Duration.ofNanos(3 * phase)).accepted() / service.allowedUntil(3 * phase);
  }
}
