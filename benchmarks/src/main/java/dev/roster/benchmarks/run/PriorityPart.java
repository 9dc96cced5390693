package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.Figures;
import dev.roster.benchmarks.load.PriorityLoad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An interactive call now and then, while bulk work of the same client runs at the limit. */
final class PriorityPart implements Part {

  private static final int RATE = 20;
  private static final String CALLS = "150";
  private static final double MILLIS_ASKED = 3_000.0 / RATE;
  private static final List<ClientKind> CONTENDERS =
      List.of(ClientKind.ROSTER_AWS, ClientKind.ROSTER_HUAWEI);

  @Override
  public String name() {
    return "priority";
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Targets targets = new Targets();
    Table table = new Table("interactive calls beside bulk", "median ms", "p99 ms", "longest ms");
    for (Map.Entry<ClientKind, LimitedRun> each : started().entrySet()) {
      try (LimitedRun run = each.getValue()) {
        report(each.getKey(), run.result().processes().get(0), targets, table);
      }
    }
    return new Results(targets, table);
  }

  private static Map<ClientKind, LimitedRun> started() throws Exception {
    Map<ClientKind, LimitedRun> runs = new LinkedHashMap<>();
    for (ClientKind kind : CONTENDERS) {
      LimitedRun run = LimitedRun.prepared(kind, PriorityLoad.class, 1, List.of(CALLS)).ready();
      runs.put(kind, run);
      run.begin("rate=%d&burst=40".formatted(RATE));
    }
    return runs;
  }

  private static void report(ClientKind kind, Figures figures, Targets targets, Table table) {
    double[] waits = figures.series("waitMicros");
    double p99 = Samples.percentile(waits, 0.99) / 1000;
    targets.atMost(kind.title() + ": wait of an interactive call, ms, p99", MILLIS_ASKED, p99);
    table.row(
        kind.title(),
        "%.0f".formatted(Samples.percentile(waits, 0.5) / 1000),
        "%.0f".formatted(p99),
        "%.0f".formatted(Samples.percentile(waits, 1) / 1000));
  }
}
