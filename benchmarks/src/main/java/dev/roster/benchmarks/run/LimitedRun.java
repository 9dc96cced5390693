package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** One or several processes against one server with a limit, which all begin at once. */
final class LimitedRun implements AutoCloseable {

  private final Server server;
  private final List<Load> loads = new ArrayList<>();

  /** What the processes and the server reported. */
  record Result(List<Figures> processes, Figures server) {

    double requests() {
      return server.number("requests");
    }

    double wallSeconds() {
      return Samples.largest(processes, process -> process.number("wallSeconds"));
    }

    double slowestSeconds() {
      return Samples.largest(processes, process -> process.number("slowestSeconds"));
    }

    double failed() {
      return processes.stream().mapToDouble(process -> process.number("failed")).sum();
    }

    double throttledPercent() {
      return 100 * server.number("throttled") / requests();
    }

    /** What Jain's index of the calls that each had done when the first had done all lacks of 1. */
    double unfairness() {
      double firstEnd =
          processes.stream()
              .mapToDouble(process -> Samples.percentile(process.series("doneMillis"), 1))
              .min()
              .orElseThrow();
      return 1
          - Samples.fairness(
              processes.stream().mapToDouble(process -> doneBy(process, firstEnd)).toArray());
    }

    private static double doneBy(Figures process, double millis) {
      return Arrays.stream(process.series("doneMillis")).filter(t -> t <= millis).count();
    }
  }

  private LimitedRun(Server server) {
    this.server = server;
  }

  /** Starts the server and the processes, which wait for {@link #begin}. */
  static LimitedRun prepared(
      ClientKind kind, Class<?> program, int processes, List<String> arguments) throws Exception {
    LimitedRun run = new LimitedRun(Server.start());
    List<String> all = new ArrayList<>(List.of(kind.toString(), run.server.endpoint()));
    all.addAll(arguments);
    for (int number = 0; number < processes; number++) {
      run.loads.add(new Load(Workshop.load(kind, program, all)));
    }
    return run;
  }

  /** Waits until all are ready. */
  LimitedRun ready() throws Exception {
    for (Load load : loads) {
      load.ready();
    }
    return this;
  }

  void begin(String settings) throws Exception {
    server.restart(settings);
    for (Load load : loads) {
      load.begin();
    }
  }

  Server server() {
    return server;
  }

  Result result() throws Exception {
    List<Figures> processes = new ArrayList<>();
    for (Load load : loads) {
      processes.add(load.figures());
    }
    return new Result(processes, server.counts());
  }

  @Override
  public void close() {
    loads.forEach(Load::close);
    server.close();
  }

  /** What is asked of every run under a limit. */
  static Targets targets(
      Rounds<Contender, Result> results,
      Predicate<Contender> roster,
      double wall,
      double mostWall,
      double mostThrottled) {
    double throttled = results.largest(roster, Result::throttledPercent);
    return new Targets()
        .exactly("Roster: failed calls, all rows", 0, results.largest(roster, Result::failed))
        .atMost("Roster: wall over the least possible, worst row", mostWall, wall)
        .atMost("Roster: throttled, % of requests, worst row", mostThrottled, throttled);
  }

  /** The columns that every table of runs under a limit begins with. */
  static RoundsTable<Contender, Contender, Result> table(
      Rounds<Contender, Result> results, String title, ToDoubleFunction<Result> overLeast) {
    return new RoundsTable<Contender, Contender, Result>(results, title, Contender::title)
        .text("`Retry-After`", Contender::hintText)
        .median("wall s", "%.1f", each -> each, Result::wallSeconds)
        .median("over least", "%.3f", each -> each, overLeast)
        .median("failed", "%.0f", each -> each, Result::failed);
  }
}
