package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.Figures;
import dev.roster.benchmarks.load.PriorityLoad;
import java.util.ArrayList;
import java.util.List;

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
    List<LimitedRun> runs = new ArrayList<>();
    for (ClientKind kind : CONTENDERS) {
      LimitedRun run = LimitedRun.prepared(kind, PriorityLoad.class, 1, List.of(CALLS)).ready();
      runs.add(run);
      run.begin("rate=%d&burst=40".formatted(RATE));
    }
    for (int index = 0; index < runs.size(); index++) {
      try (LimitedRun run = runs.get(index)) {
        report(CONTENDERS.get(index), run.result().processes().get(0), targets, table);
      }
    }
    return new Results(targets, table);
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
