package dev.roster.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the law reaches at 20 calls a second and a burst of 40, as a mean over set seeds. */
class AdaptivePacingTest {

  private static final double RATE = 20;
  private static final double BURST = 40;
  private static final int CALLS = 500;
  private static final int RUNS = 60;

  /** Outside of the seeds on which the constants were chosen. */
  private static final int FRESH_SEED = 2_700;

  @ParameterizedTest
  @CsvSource({"1, 1.03, 1.5, 3", "4, 1.05, 4, 8", "8, 1.06, 12, 30"})
  void clientsUseTheLimitAndAreSeldomThrottled(
      int clients, double wall, double throttled, double slowest) {
    List<PacingSimulation> runs = races(clients, 0);
    assertThat(mean(runs, AdaptivePacingTest::wallRatio)).isLessThan(wall);
    assertThat(mean(runs, PacingSimulation::throttledPercent)).isLessThan(throttled);
    assertThat(mean(runs, AdaptivePacingTest::slowest)).isLessThan(slowest);
    assertThat(runs).allSatisfy(run -> assertThat(failed(run)).isZero());
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "4, 10", "8, 16"})
  void throttlingByChanceIsNotAnsweredByMoreOfIt(int clients, double throttled) {
    assertThat(mean(races(clients, 0.04), PacingSimulation::throttledPercent))
        .isLessThan(throttled);
  }

  @Test
  void fourClientsGetSharesThatAreNearlyEqual() {
    assertThat(mean(races(4, 0), run -> PacingSimulation.fairness(run.processes(), 0, 90)))
        .isGreaterThan(0.98);
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "20, 3", "100, 1", "100, 3"})
  void aClientThatJoinsGetsAShareAndLeavesTheOthersTheirs(double rate, int others) {
    double fair = rate * 60 / (others + 1);
    List<PacingSimulation> runs =
        IntStream.range(FRESH_SEED, FRESH_SEED + RUNS)
            .mapToObj(seed -> joined(seed, rate, others))
            .toList();
    for (int client = 0; client <= others; client++) {
      int index = client;
      assertThat(mean(runs, run -> run.processes().get(index).acceptedBetween(160, 220) / fair))
          .isGreaterThan(0.5);
    }
  }

  @Test
  void besideTheAwsSdkTwoAndTwoEachGetsItsPart() {
    double fair = RATE * 200 / 4;
    List<PacingSimulation> runs =
        IntStream.range(FRESH_SEED, FRESH_SEED + RUNS)
            .mapToObj(AdaptivePacingTest::besideAws)
            .toList();
    assertThat(
            mean(
                runs,
                run ->
                    (run.processes().get(0).acceptedBetween(20, 220)
                            + run.processes().get(1).acceptedBetween(20, 220))
                        / (2 * fair)))
        .isGreaterThan(0.6);
  }

  @ParameterizedTest
  @CsvSource({"100, 40, 1", "100, 40, 4", "100, 10, 1", "1000, 200, 1", "100, 10, 2"})
  void aLimitThatFallsToAFifthAndRisesAgainIsUsedWithinSeconds(
      double rate, double burst, int clients) {
    List<PacingSimulation> runs =
        IntStream.range(FRESH_SEED, FRESH_SEED + RUNS / 10)
            .mapToObj(seed -> fellAndRose(seed, rate, burst, clients))
            .toList();
    assertThat(mean(runs, run -> run.acceptedBetween(40, 60) / (20 * rate))).isGreaterThan(0.8);
    assertThat(mean(runs, run -> run.acceptedBetween(50, 110) / (60 * rate))).isGreaterThan(0.9);
  }

  @Test
  void aFreshClientLosesNoCallToASlowServiceThatNeverThrottles() {
    PacingSimulation run = new PacingSimulation(SimulatedService.of(1e6, 1e6), 1);
    run.process(adaptive(), 0.2).deadline(2).calls(100).threads(100, 0);
    assertThat(failed(run.run())).isZero();
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(wallRatio(race(1, 7, 0))).isEqualTo(wallRatio(race(1, 7, 0)));
  }

  private static List<PacingSimulation> races(int clients, double unlucky) {
    return IntStream.range(FRESH_SEED, FRESH_SEED + RUNS)
        .mapToObj(seed -> race(clients, seed, unlucky))
        .toList();
  }

  private static PacingSimulation race(int clients, int seed, double unlucky) {
    PacingSimulation run = new PacingSimulation(SimulatedService.of(RATE, BURST), seed);
    run.unlucky(unlucky, 0);
    for (int client = 0; client < clients; client++) {
      begin(run, adaptive()).calls(CALLS);
    }
    return run.run();
  }

  private static PacingSimulation fellAndRose(int seed, double rate, double burst, int clients) {
    long fell = PacingSimulation.nanos(20);
    long rose = PacingSimulation.nanos(40);
    SimulatedService service =
        new SimulatedService(
            now -> now < fell || now >= rose ? rate : rate / 5, burst, false, now -> false);
    PacingSimulation run = new PacingSimulation(service, seed);
    for (int client = 0; client < clients; client++) {
      begin(run, adaptive());
    }
    return run.run(110);
  }

  private static PacingSimulation joined(int seed, double rate, int others) {
    PacingSimulation run = new PacingSimulation(SimulatedService.of(rate, BURST), seed);
    for (int client = 0; client < others; client++) {
      begin(run, adaptive());
    }
    run.process(adaptive(), 0.001).threads(16, 100);
    return run.run(220);
  }

  private static PacingSimulation besideAws(int seed) {
    PacingSimulation run = new PacingSimulation(SimulatedService.of(RATE, BURST), seed);
    Supplier<SimulatedLimiter> aws = AwsAdaptiveLimiter::new;
    begin(run, adaptive());
    begin(run, adaptive());
    begin(run, aws.get());
    begin(run, aws.get());
    return run.run(220);
  }

  private static SimulatedProcess begin(PacingSimulation run, SimulatedLimiter limiter) {
    return run.process(limiter, 0.001).threads(16, 0.3 * run.random().nextDouble());
  }

  private static SimulatedLimiter adaptive() {
    return new PacerLimiter(new AdaptiveRate(), Double.POSITIVE_INFINITY);
  }

  private static double wallRatio(PacingSimulation run) {
    double wall =
        run.processes().stream().mapToDouble(SimulatedProcess::endSeconds).max().orElseThrow();
    return wall / ((CALLS * run.processes().size() - BURST) / RATE);
  }

  private static double slowest(PacingSimulation run) {
    return run.processes().stream()
        .mapToDouble(SimulatedProcess::slowestSeconds)
        .max()
        .orElseThrow();
  }

  private static int failed(PacingSimulation run) {
    return run.processes().stream().mapToInt(SimulatedProcess::failed).sum();
  }

  private static double mean(List<PacingSimulation> runs, ToDoubleFunction<PacingSimulation> of) {
    return runs.stream().mapToDouble(of).average().orElseThrow();
  }
}
