package dev.roster.internal.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/** One cell of the matrix: a service, processes, callers, and what happens to them. */
record PacingCell(
    boolean bySecond,
    int burst,
    double rate,
    int count,
    Start starts,
    Callers callers,
    Disturbance disturbance,
    Extra extra) {

  private static final double CHANGE = 120;
  private static final double WINDOW = 60;
  private static final double SETTLED = 10;
  private static final int SETTLED_CALLS = 20;
  private static final double HOUR = 3600;
  private static final double HINT = 1;
  private static final double UNLUCKY = 0.04;

  /** When processes start and leave. */
  enum Start {
    TOGETHER,
    APART,
    LEAVING
  }

  /** Who calls. */
  enum Callers {
    THREADS(0.001),
    SINGLE_1(0.001),
    SINGLE_20(0.02),
    SINGLE_70(0.07),
    SINGLE_300(0.3),
    FIVE_A_SECOND(0.02),
    BURSTS(0.02);

    private final double response;

    Callers(double response) {
      this.response = response;
    }

    /** What one process asks for at most, per second. */
    double most() {
      return switch (this) {
        case THREADS -> 16 / response;
        case FIVE_A_SECOND -> 5;
        case BURSTS -> 100 / 60.0;
        default -> 1 / response;
      };
    }

    void begin(SimulatedProcess process, double start) {
      switch (this) {
        case THREADS -> process.threads(16, start);
        case FIVE_A_SECOND -> process.deadline(5).every(0.2, 1, start);
        case BURSTS -> process.every(60, 100, start);
        default -> process.threads(1, start);
      }
    }
  }

  /** What happens. */
  enum Disturbance {
    NONE(0),
    OUTAGE_8(8),
    OUTAGE_15(15),
    OUTAGE_300(300),
    OUTAGE_600(600),
    RANDOM(0),
    RANDOM_FROM_START(0),
    HALVED(0),
    DOUBLED(0),
    FELL_AND_ROSE(60),
    IDLE(HOUR);

    private final double seconds;

    Disturbance(double seconds) {
      this.seconds = seconds;
    }

    boolean isRandom() {
      return this == RANDOM || this == RANDOM_FROM_START;
    }

    boolean isOutage() {
      return name().startsWith("OUTAGE");
    }
  }

  /** What else is there. */
  enum Extra {
    NOTHING,
    RETRY_AFTER,
    CEILING
  }

  /** What a cell came to. */
  record Result(
      double used, long lost, long calls, double throttled, double fairness, double ceilingBroken) {

    /** The mean of several runs; the worst where it is about the ceiling. */
    static Result mean(List<Result> runs) {
      return new Result(
          runs.stream().mapToDouble(Result::used).average().orElseThrow(),
          runs.stream().mapToLong(Result::lost).sum(),
          runs.stream().mapToLong(Result::calls).sum(),
          runs.stream().mapToDouble(Result::throttled).average().orElseThrow(),
          runs.stream().mapToDouble(Result::fairness).average().orElseThrow(),
          runs.stream().mapToDouble(Result::ceilingBroken).max().orElseThrow());
    }
  }

  Result run(DoubleFunction<SimulatedLimiter> limiters, long seed) {
    PacingSimulation run = new PacingSimulation(service(), seed);
    run.hints(extra == Extra.RETRY_AFTER ? HINT : 0);
    if (disturbance.isRandom()) {
      run.unlucky(UNLUCKY, disturbance == Disturbance.RANDOM ? CHANGE : 0);
    }
    for (int index = 0; index < count; index++) {
      start(run, limiters, index);
    }
    double end = CHANGE + disturbance.seconds;
    run.run(end);
    double from = settled(run, end);
    double length = disturbance.isRandom() ? 2 * WINDOW : WINDOW;
    run.run(from + length);
    return result(run, from, length, end);
  }

  private double settled(PacingSimulation run, double end) {
    return switch (disturbance) {
      case NONE, RANDOM -> CHANGE;
      case RANDOM_FROM_START -> 80;
      default -> {
        run.run(end + SETTLED);
        double at = end + SETTLED;
        while (run.acceptedBetween(end, at) < SETTLED_CALLS && at < end + 600) {
          run.run(++at);
        }
        yield at;
      }
    };
  }

  private Result result(PacingSimulation run, double from, double length, double end) {
    List<SimulatedProcess> there = run.processes().subList(left(), count);
    boolean excepts = disturbance != Disturbance.NONE && !disturbance.isRandom();
    double granularity = allowed(from) * length < 20 * count ? count : 0;
    double used =
        (run.acceptedBetween(from, from + length) + granularity) / (allowed(from) * length);
    return new Result(
        used,
        run.lost(excepts ? CHANGE : 1e6, excepts ? from : 0),
        run.calls(),
        run.throttledPercent(),
        PacingSimulation.fairness(there, end > CHANGE ? from : 60, from + length),
        ceilingBroken(run));
  }

  /** What the limit, the callers and the ceiling allow, per second. */
  private double allowed(double from) {
    int there = count - left();
    double limit = service().limit(PacingSimulation.nanos(from));
    return Math.min(limit, there * Math.min(mostOfOne(), ceiling()));
  }

  /** A thread whose call was throttled by chance waits for as long as it was told to. */
  private double mostOfOne() {
    boolean waits = extra == Extra.RETRY_AFTER && disturbance.isRandom();
    boolean threads = callers == Callers.THREADS;
    return waits && threads ? 16 / (callers.response + UNLUCKY * HINT) : callers.most();
  }

  /** What the service permits per second, once what happens has happened. */
  double limit() {
    return service().limit(PacingSimulation.nanos(CHANGE + disturbance.seconds + 1));
  }

  /** By how many seconds the worst row of requests is shorter than the ceiling permits. */
  private double ceilingBroken(PacingSimulation run) {
    if (extra != Extra.CEILING) {
      return 0;
    }
    double worst = 0;
    for (SimulatedProcess process : run.processes()) {
      worst = Math.max(worst, broken(process.requests()));
    }
    return worst;
  }

  /** The largest n/rate - span over all rows, by the running maximum of what is due before. */
  private double broken(SimulatedProcess.Longs requests) {
    double worst = 0;
    double earliest = Double.NEGATIVE_INFINITY;
    for (int index = 0; index < requests.size(); index++) {
      double ahead = index / ceiling() - requests.get(index) / 1e9;
      earliest = Math.max(earliest, -ahead);
      worst = Math.max(worst, ahead + earliest);
    }
    return worst;
  }

  private int left() {
    return starts == Start.LEAVING ? count - 1 : 0;
  }

  double ceiling() {
    return extra == Extra.CEILING ? rate / 2 / count : Double.POSITIVE_INFINITY;
  }

  private void start(PacingSimulation run, DoubleFunction<SimulatedLimiter> limiters, int index) {
    double begin = starts == Start.APART ? 3 * index : 0.3 * run.random().nextDouble();
    SimulatedProcess process = run.process(limiters.apply(ceiling()), callers.response);
    if (index < left()) {
      process.stopsAt(40 + 2 * index);
    }
    if (disturbance == Disturbance.IDLE) {
      process.rests(CHANGE, CHANGE + HOUR);
    }
    callers.begin(process, begin);
  }

  private SimulatedService service() {
    long change = PacingSimulation.nanos(CHANGE);
    long end = PacingSimulation.nanos(CHANGE + disturbance.seconds);
    double factor =
        switch (disturbance) {
          case HALVED -> 0.5;
          case DOUBLED -> 2;
          default -> 1;
        };
    double between = disturbance == Disturbance.FELL_AND_ROSE ? rate / 5 : factor * rate;
    LongToDoubleFunction rates = now -> now < change ? rate : now < end ? between : factor * rate;
    LongPredicate out = now -> disturbance.isOutage() && now >= change && now < end;
    return new SimulatedService(rates, burst, bySecond, out);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s/s%s, burst %d, %d x %s, %s, %s, %s",
        rate,
        bySecond ? " by the second" : "",
        burst,
        count,
        callers,
        starts,
        disturbance,
        extra);
  }

  /** The full product. */
  static List<PacingCell> all() {
    List<PacingCell> cells = new ArrayList<>();
    for (boolean second : new boolean[] {false, true}) {
      for (int bucket : new int[] {1, 10, 40, 200}) {
        for (double perSecond : new double[] {0.5, 5, 20, 100, 1000}) {
          for (int processes : new int[] {1, 2, 4, 8, 16}) {
            for (Start start : Start.values()) {
              for (Callers who : Callers.values()) {
                for (Disturbance what : Disturbance.values()) {
                  for (Extra more : Extra.values()) {
                    cells.add(
                        new PacingCell(
                            second, bucket, perSecond, processes, start, who, what, more));
                  }
                }
              }
            }
          }
        }
      }
    }
    cells.removeIf(cell -> cell.count == 1 && cell.starts != Start.TOGETHER);
    return cells;
  }
}
