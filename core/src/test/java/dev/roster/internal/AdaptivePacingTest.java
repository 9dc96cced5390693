package dev.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CallPriority;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What adaptive pacing reaches against a simulated service, in virtual time with set seeds: 20
 * calls a second and a burst of 40 unless said otherwise, 16 threads a process.
 */
class AdaptivePacingTest {

  private static final double RATE = 20;
  private static final double BURST = 40;
  private static final int THREADS = 16;
  private static final int RUNS = 9;

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "20, 0", "20, 1"})
  void oneProcessUsesTheLimitAndIsHardlyEverThrottled(int roundTripMillis, int retryAfterSeconds) {
    List<PacingSimulation> runs =
        runs(seed -> oneProcess(seed, BURST, roundTripMillis, retryAfterSeconds));
    assertThat(median(runs, run -> run.wallRatio(RATE))).isLessThan(1.03);
    assertThat(median(runs, PacingSimulation::throttledPercent)).isLessThan(1.5);
    assertThat(median(runs, PacingSimulation::slowestSeconds)).isLessThan(3);
  }

  @ParameterizedTest
  @CsvSource({"10, 1, 1.03", "10, 20, 1.03", "1, 1, 1.9"})
  void aSmallBurstIsUsedToo(double burst, int roundTripMillis, double ratio) {
    List<PacingSimulation> runs = runs(seed -> oneProcess(seed, burst, roundTripMillis, 0));
    assertThat(median(runs, run -> run.wallRatio(RATE))).isLessThan(ratio);
    assertThat(median(runs, PacingSimulation::throttledPercent)).isLessThan(2);
  }

  @ParameterizedTest
  @CsvSource({"20, 1.6", "40, 1.4"})
  void aServiceThatRefillsOnceASecondIsUsedToo(double burst, double ratio) {
    List<PacingSimulation> runs =
        runs(
            seed -> {
              SimulatedService service = SimulatedService.refilledPerSecond(RATE, burst);
              PacingSimulation run = simulation(service, seed, 1, 0);
              run.process(AdaptiveRate::new, THREADS, 500, Duration.ZERO);
              return run.run();
            });
    assertThat(median(runs, run -> run.wallRatio(RATE))).isLessThan(ratio);
    assertThat(median(runs, PacingSimulation::throttledPercent)).isLessThan(4);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "20, 0", "20, 1"})
  void fourProcessesShareTheLimitFairlyWithoutTalking(int roundTripMillis, int retryAfterSeconds) {
    List<PacingSimulation> runs =
        runs(seed -> processes(4, seed, roundTripMillis, retryAfterSeconds));
    assertThat(median(runs, run -> run.wallRatio(RATE))).isLessThan(1.07);
    assertThat(median(runs, PacingSimulation::throttledPercent)).isLessThan(3);
    assertThat(median(runs, PacingSimulation::slowestSeconds)).isLessThan(6);
    assertThat(median(runs, PacingSimulation::fairness)).isGreaterThan(0.98);
  }

  @Test
  void twoProcessesShareTheLimitTooThoughEachGetsMoreThanItBeganWith() {
    List<PacingSimulation> runs = runs(seed -> processes(2, seed, 1, 0));
    assertThat(median(runs, run -> run.wallRatio(RATE))).isLessThan(1.16);
    assertThat(median(runs, PacingSimulation::throttledPercent)).isLessThan(3);
    assertThat(median(runs, PacingSimulation::fairness)).isGreaterThan(0.98);
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 0.015", "1, 16, 0.02", "20, 16, 0.4", "200, 16, 3.3"})
  void whereNothingIsThrottledAFreshClientLosesLittle(
      int roundTripMillis, int threads, double seconds) {
    int calls = 2_000;
    SimulatedService unlimited = SimulatedService.refilledContinuously(1e6, 1e6);
    PacingSimulation run = simulation(unlimited, 1, roundTripMillis, 0);
    run.process(AdaptiveRate::new, threads, calls, Duration.ZERO);
    double unhindered = calls * (roundTripMillis * 2 / 3.0 / 1_000) / threads;
    assertThat(run.run().wallSeconds() - unhindered).isLessThan(seconds);
  }

  @ParameterizedTest
  @CsvSource({"10, 1", "20, 1", "30, 1", "10, 20", "20, 20", "30, 20"})
  void aLimitThatDropsAndComesBackIsUsed(int phaseSeconds, int roundTripMillis) {
    long phase = Duration.ofSeconds(phaseSeconds).toNanos();
    Duration end = Duration.ofNanos(3 * phase);
    List<Double> used =
        IntStream.range(0, RUNS)
            .mapToObj(
                seed -> {
                  SimulatedService service =
                      SimulatedService.changing(
                          now -> now >= phase && now < 2 * phase ? RATE : 5 * RATE, BURST);
                  PacingSimulation run = simulation(service, seed, roundTripMillis, 0);
                  run.process(AdaptiveRate::new, THREADS, Integer.MAX_VALUE, Duration.ZERO);
                  return run.run(end).accepted() / service.allowedUntil(end.toNanos());
                })
            .sorted()
            .toList();
    assertThat(used.get(RUNS / 2)).isGreaterThan(0.95);
  }

  @Test
  void anInteractiveCallPassesBulkWorkThatRunsAtTheLimit() {
    SimulatedService service = SimulatedService.refilledContinuously(RATE, BURST);
    PacingSimulation run = simulation(service, 1, 1, 0);
    SimulatedProcess process =
        run.process(AdaptiveRate::new, THREADS, Integer.MAX_VALUE, Duration.ZERO);
    Random random = new Random(2);
    for (int call = 0; call < 200; call++) {
      long at = (long) ((10 + call + random.nextDouble()) * 1e9);
      run.at(at, () -> process.callOnce(CallPriority.INTERACTIVE));
    }
    run.run(Duration.ofSeconds(215));
    List<Double> waits = process.singleCallSeconds();
    assertThat(waits).hasSize(200);
    assertThat(waits.get(waits.size() * 99 / 100)).isLessThan(3 / RATE);
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(oneProcess(7, BURST, 20, 0).wallSeconds())
        .isEqualTo(oneProcess(7, BURST, 20, 0).wallSeconds());
  }

  private static PacingSimulation oneProcess(
      int seed, double burst, int roundTripMillis, int retryAfterSeconds) {
    SimulatedService service = SimulatedService.refilledContinuously(RATE, burst);
    PacingSimulation run = simulation(service, seed, roundTripMillis, retryAfterSeconds);
    run.process(AdaptiveRate::new, THREADS, 500, Duration.ZERO);
    return run.run();
  }

  private static PacingSimulation processes(
      int count, int seed, int roundTripMillis, int retryAfterSeconds) {
    SimulatedService service = SimulatedService.refilledContinuously(RATE, BURST);
    PacingSimulation run = simulation(service, seed, roundTripMillis, retryAfterSeconds);
    Random random = new Random(seed);
    for (int process = 0; process < count; process++) {
      Duration start = Duration.ofMillis(random.nextInt(300));
      run.process(AdaptiveRate::new, THREADS, 500, start);
    }
    return run.run();
  }

  private static PacingSimulation simulation(
      SimulatedService service, int seed, int roundTripMillis, int retryAfterSeconds) {
    Duration longest = Duration.ofMillis(roundTripMillis);
    return new PacingSimulation(service, seed)
        .roundTrips(longest.dividedBy(3), longest)
        .hints(Duration.ofSeconds(retryAfterSeconds));
  }

  private static List<PacingSimulation> runs(IntFunction<PacingSimulation> simulation) {
    return IntStream.range(0, RUNS).mapToObj(simulation).toList();
  }

  private static double median(
      List<PacingSimulation> runs, ToDoubleFunction<PacingSimulation> measure) {
    return runs.stream().mapToDouble(measure).sorted().toArray()[RUNS / 2];
  }
}
