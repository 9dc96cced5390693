package dev.roster.internal.pacing;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Clients of one law against each other, in the scenarios of which the tests and the docs tell. */
final class PacingRaces {

  static final double RATE = 20;
  static final double BURST = 40;
  private static final int CALLS = 500;

  private final Supplier<SimulatedLimiter> limiters;
  private final int firstSeed;

  PacingRaces(Supplier<SimulatedLimiter> limiters, int firstSeed) {
    this.limiters = limiters;
    this.firstSeed = firstSeed;
  }

  List<PacingSimulation> runs(int count, IntFunction<PacingSimulation> run) {
    return IntStream.range(firstSeed, firstSeed + count).parallel().mapToObj(run).toList();
  }

  /** Each client makes 500 calls in 16 threads. */
  PacingSimulation race(int clients, int seed, double unlucky) {
    PacingSimulation run = new PacingSimulation(SimulatedService.of(RATE, BURST), seed);
    run.unlucky(unlucky, 0);
    for (int client = 0; client < clients; client++) {
      begin(run, limiters.get()).calls(CALLS);
    }
    return run.run();
  }

  /**
   * The same with what sockets and young processes add: all begin at once, the first sixteen
   * requests of each take long, and sleeps end late.
   */
  PacingSimulation coldRace(int clients, int seed) {
    PacingSimulation run = new PacingSimulation(SimulatedService.of(RATE, BURST), seed);
    for (int client = 0; client < clients; client++) {
      run.process(limiters.get(), 0.003)
          .cold(16, 0.1)
          .late(0.001)
          .threads(16, 0.005 * run.random().nextDouble())
          .calls(CALLS);
    }
    return run.run();
  }

  /** Equality of what each had done when the first had done all. */
  static double fairnessAtFirstEnd(PacingSimulation run) {
    double end =
        run.processes().stream().mapToDouble(SimulatedProcess::endSeconds).min().orElseThrow();
    return PacingSimulation.fairness(run.processes(), 0, end);
  }

  PacingSimulation joined(int seed, double rate, int others) {
    PacingSimulation run = new PacingSimulation(SimulatedService.of(rate, BURST), seed);
    for (int client = 0; client < others; client++) {
      begin(run, limiters.get());
    }
    run.process(limiters.get(), 0.001).threads(16, 100);
    return run.run(220);
  }

  /** A fifth of the limit from 20 s to 40 s. */
  PacingSimulation fellAndRose(int seed, double rate, double burst, int clients) {
    long fell = PacingSimulation.nanos(20);
    long rose = PacingSimulation.nanos(40);
    SimulatedService service =
        new SimulatedService(
            now -> now < fell || now >= rose ? rate : rate / 5, burst, false, now -> false);
    return endless(service, seed, clients).run(110);
  }

  /** Everything is throttled from 60 s on. */
  PacingSimulation outage(int seed, double rate, double burst, double seconds) {
    long from = PacingSimulation.nanos(60);
    long to = PacingSimulation.nanos(60 + seconds);
    SimulatedService service =
        new SimulatedService(now -> rate, burst, false, now -> now >= from && now < to);
    return endless(service, seed, 1).run(130 + seconds);
  }

  private PacingSimulation endless(SimulatedService service, int seed, int clients) {
    PacingSimulation run = new PacingSimulation(service, seed);
    for (int client = 0; client < clients; client++) {
      begin(run, limiters.get());
    }
    return run;
  }

  /** Two clients beside two of the AWS SDK in its adaptive mode. */
  PacingSimulation besideAws(int seed) {
    PacingSimulation run = new PacingSimulation(SimulatedService.of(RATE, BURST), seed);
    begin(run, limiters.get());
    begin(run, limiters.get());
    begin(run, new AwsAdaptiveLimiter());
    begin(run, new AwsAdaptiveLimiter());
    return run.run(220);
  }

  /** The part of an equal share that the two of this law get beside the others. */
  static double shareBesideAws(PacingSimulation run) {
    double fair = 2 * RATE * 200 / 4;
    return (run.processes().get(0).acceptedBetween(20, 220)
            + run.processes().get(1).acceptedBetween(20, 220))
        / fair;
  }

  private static SimulatedProcess begin(PacingSimulation run, SimulatedLimiter limiter) {
    return run.process(limiter, 0.001).threads(16, 0.3 * run.random().nextDouble());
  }

  static double wallRatio(PacingSimulation run) {
    double wall = most(run, SimulatedProcess::endSeconds);
    return wall / ((CALLS * run.processes().size() - BURST) / RATE);
  }

  static double slowest(PacingSimulation run) {
    return most(run, SimulatedProcess::slowestSeconds);
  }

  private static double most(PacingSimulation run, Function<SimulatedProcess, Double> of) {
    return run.processes().stream().mapToDouble(of::apply).max().orElseThrow();
  }

  static int failed(PacingSimulation run) {
    return run.processes().stream().mapToInt(SimulatedProcess::failed).sum();
  }

  static double mean(List<PacingSimulation> runs, ToDoubleFunction<PacingSimulation> of) {
    return runs.stream().mapToDouble(of).average().orElseThrow();
  }
}
