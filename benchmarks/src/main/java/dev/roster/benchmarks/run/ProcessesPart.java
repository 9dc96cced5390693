package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.CreateLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Four processes share a limit of 20 calls a second: 500 creates in 16 threads each. */
final class ProcessesPart implements Part {

  private static final String LIMIT = "rate=20&burst=40";
  private static final int PROCESSES = 4;
  private static final int CALLS = 500;
  private static final double LEAST_SECONDS = (PROCESSES * CALLS - 40) / 20.0;
  private static final List<String> LOAD = List.of("16", Integer.toString(CALLS));
  private static final long SECONDS_BETWEEN_STARTS = 3;

  private record Contender(ClientKind kind, boolean hint) {

    String settings() {
      return hint ? LIMIT + "&retryAfter=1" : LIMIT;
    }
  }

  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender(ClientKind.ROSTER_AWS, false),
          new Contender(ClientKind.ROSTER_AWS, true),
          new Contender(ClientKind.ROSTER_HUAWEI, false),
          new Contender(ClientKind.ROSTER_HUAWEI, true),
          new Contender(ClientKind.AWS_SDK_ADAPTIVE, false));

  @Override
  public String name() {
    return "processes";
  }

  /** What happens under a limit varies more than what a call costs. */
  @Override
  public int usualRounds() {
    return 5;
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Map<Contender, List<LimitedRun.Result>> results = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<Contender, LimitedRun> run : started().entrySet()) {
        try (LimitedRun ended = run.getValue()) {
          results.computeIfAbsent(run.getKey(), key -> new ArrayList<>()).add(ended.result());
        }
      }
    }
    return new Results(targets(results), table(results));
  }

  private static Map<Contender, LimitedRun> started() throws Exception {
    Map<Contender, LimitedRun> runs = new LinkedHashMap<>();
    for (Contender contender : CONTENDERS) {
      LimitedRun run =
          LimitedRun.prepared(contender.kind(), CreateLoad.class, PROCESSES, LOAD).ready();
      runs.put(contender, run);
      run.begin(contender.settings());
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_STARTS);
    }
    return runs;
  }

  private static Targets targets(Map<Contender, List<LimitedRun.Result>> results) {
    return new Targets()
        .exactly("Roster: failed calls, all rows", 0, worst(results, LimitedRun.Result::failed))
        .atMost(
            "Roster: wall over the least possible, worst row",
            1.05,
            worst(results, ProcessesPart::overLeast))
        .atMost(
            "Roster: throttled, % of requests, worst row",
            3, worst(results, LimitedRun.Result::throttledPercent))
        .atLeast(
            "Roster: fairness (Jain), worst row",
            0.98,
            -worst(results, result -> -result.fairness()))
        .atMost(
            "Roster: slowest call in the loop, s, worst row",
            6,
            worst(results, LimitedRun.Result::slowestSeconds));
  }

  private static double worst(
      Map<Contender, List<LimitedRun.Result>> results, ToDoubleFunction<LimitedRun.Result> figure) {
    return results.entrySet().stream()
        .filter(row -> row.getKey().kind().isRoster())
        .mapToDouble(row -> Samples.median(row.getValue(), figure))
        .max()
        .orElseThrow();
  }

  private static double overLeast(LimitedRun.Result result) {
    return result.wallSeconds() / LEAST_SECONDS;
  }

  private static Table table(Map<Contender, List<LimitedRun.Result>> results) {
    Table table =
        new Table(
            "four processes, 500 creates and 16 threads each",
            "`Retry-After`",
            "wall s",
            "over least",
            "failed",
            "throttled",
            "fairness",
            "slowest call s");
    results.forEach(
        (contender, rounds) ->
            table.row(
                contender.kind().title(),
                contender.hint() ? "1 s" : "none",
                "%.1f".formatted(Samples.median(rounds, LimitedRun.Result::wallSeconds)),
                "%.3f".formatted(Samples.median(rounds, ProcessesPart::overLeast)),
                "%.0f".formatted(Samples.median(rounds, LimitedRun.Result::failed)),
                "%.1f %%".formatted(Samples.median(rounds, LimitedRun.Result::throttledPercent)),
                "%.3f".formatted(Samples.median(rounds, LimitedRun.Result::fairness)),
                "%.1f".formatted(Samples.median(rounds, LimitedRun.Result::slowestSeconds))));
    return table;
  }
}
