package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.BulkLoad;
import dev.roster.benchmarks.load.CreateLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** 500 creates in 16 threads against a limit of 20 calls a second with a burst of 40. */
final class ThrottlePart implements Part {

  private static final String LIMIT = "rate=20&burst=40";
  private static final String HINT = "&retryAfter=1";
  private static final int CALLS = 500;
  private static final double LEAST_SECONDS = (CALLS - 40) / 20.0;
  private static final List<String> LOAD = List.of("16", Integer.toString(CALLS));

  /** Loads that warm up at the same time would take each other's processor. */
  private static final long SECONDS_BETWEEN_STARTS = 2;

  /** One row of the table. */
  private record Contender(ClientKind kind, boolean bulk, boolean hint) {

    Class<?> program() {
      return bulk ? BulkLoad.class : CreateLoad.class;
    }

    String title() {
      return kind.title() + (bulk ? ", bulk" : "");
    }

    String settings() {
      return hint ? LIMIT + HINT : LIMIT;
    }
  }

  @Override
  public String name() {
    return "throttle";
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
    return new Results(targets(results), table(results))
        .withPlot("performance-throttle.svg", plot(results));
  }

  private static Map<Contender, LimitedRun> started() throws Exception {
    Map<Contender, LimitedRun> runs = new LinkedHashMap<>();
    for (Contender contender : contenders()) {
      LimitedRun run = LimitedRun.prepared(contender.kind(), contender.program(), 1, LOAD).ready();
      runs.put(contender, run);
      run.begin(contender.settings());
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_STARTS);
    }
    return runs;
  }

  private static List<Contender> contenders() {
    List<Contender> all = new ArrayList<>();
    for (ClientKind kind : List.of(ClientKind.ROSTER_AWS, ClientKind.ROSTER_HUAWEI)) {
      for (boolean bulk : new boolean[] {false, true}) {
        all.add(new Contender(kind, bulk, false));
        all.add(new Contender(kind, bulk, true));
      }
    }
    all.add(new Contender(ClientKind.AWS_SDK_ADAPTIVE, false, false));
    all.add(new Contender(ClientKind.AWS_SDK, false, false));
    all.add(new Contender(ClientKind.AWS_SDK_STANDARD, false, false));
    all.add(new Contender(ClientKind.HUAWEI_SDK, false, false));
    all.add(new Contender(ClientKind.HUAWEI_SDK_RETRYING, false, false));
    return all;
  }

  private static Targets targets(Map<Contender, List<LimitedRun.Result>> results) {
    return new Targets()
        .exactly(
            "Roster: failed calls, all rows", 0, worst(results, true, LimitedRun.Result::failed))
        .atMost(
            "Roster: wall over the least possible, worst row",
            1.03,
            worst(results, true, ThrottlePart::overLeast))
        .atMost(
            "Roster: throttled, % of requests, worst row",
            1.5, worst(results, true, LimitedRun.Result::throttledPercent))
        .atMost(
            "Roster: slowest call in the loop, s, worst row",
            3,
            worst(results, false, LimitedRun.Result::slowestSeconds));
  }

  private static double overLeast(LimitedRun.Result result) {
    return result.wallSeconds() / LEAST_SECONDS;
  }

  /** The largest of the medians of Roster's rows. */
  private static double worst(
      Map<Contender, List<LimitedRun.Result>> results,
      boolean bulkToo,
      ToDoubleFunction<LimitedRun.Result> figure) {
    return results.entrySet().stream()
        .filter(row -> row.getKey().kind().isRoster() && (bulkToo || !row.getKey().bulk()))
        .mapToDouble(row -> Samples.median(row.getValue(), figure))
        .max()
        .orElseThrow();
  }

  private static Table table(Map<Contender, List<LimitedRun.Result>> results) {
    Table table =
        new Table(
            "500 creates, 16 threads, 20 a second, burst 40",
            "`Retry-After`",
            "wall s",
            "over least",
            "failed",
            "requests",
            "throttled",
            "slowest call s");
    results.forEach((contender, rounds) -> row(table, contender, rounds));
    return table;
  }

  private static void row(Table table, Contender contender, List<LimitedRun.Result> rounds) {
    double slowest = Samples.median(rounds, LimitedRun.Result::slowestSeconds);
    table.row(
        contender.title(),
        contender.hint() ? "1 s" : "none",
        "%.1f".formatted(Samples.median(rounds, LimitedRun.Result::wallSeconds)),
        "%.3f".formatted(Samples.median(rounds, ThrottlePart::overLeast)),
        "%.0f".formatted(Samples.median(rounds, LimitedRun.Result::failed)),
        "%.0f".formatted(Samples.median(rounds, result -> result.server().number("requests"))),
        "%.1f %%".formatted(Samples.median(rounds, LimitedRun.Result::throttledPercent)),
        contender.bulk() ? "" : "%.1f".formatted(slowest));
  }

  /** What became of the requests of the last round of those without a hint. */
  private static String plot(Map<Contender, List<LimitedRun.Result>> results) {
    BarPlot plot = new BarPlot("Requests for 500 creates under a limit of 20 calls a second");
    results.forEach(
        (contender, rounds) -> {
          if (!contender.hint()) {
            LimitedRun.Result last = rounds.get(rounds.size() - 1);
            double throttled = last.server().number("throttled");
            double accepted = last.server().number("requests") - throttled;
            plot.bar(contender.title(), accepted, throttled, last.failed());
          }
        });
    return plot.toString();
  }
}
