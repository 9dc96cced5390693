package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One create without a limit, in one thread and in eight. */
final class CostPart implements Part {

  private static final int THREADS = 8;

  private static final List<ClientKind> CONTENDERS =
      List.of(
          ClientKind.ROSTER_AWS,
          ClientKind.AWS_SDK,
          ClientKind.ROSTER_AWS_URL_CONNECTION,
          ClientKind.AWS_SDK_URL_CONNECTION,
          ClientKind.ROSTER_HUAWEI,
          ClientKind.HUAWEI_SDK,
          ClientKind.OKHTTP);

  /** A client, and in how many threads it was called. */
  private record Setting(ClientKind kind, int threads) {}

  private final Map<Setting, List<CostRun>> results = new LinkedHashMap<>();

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public Results measure(int rounds) throws Exception {
    results.clear();
    for (int round = 0; round < rounds; round++) {
      for (ClientKind kind : CONTENDERS) {
        for (int threads : new int[] {1, THREADS}) {
          CostRun run = CostRun.of(kind, threads, "create", "");
          results.computeIfAbsent(new Setting(kind, threads), key -> new ArrayList<>()).add(run);
        }
      }
    }
    return new Results(targets(), table());
  }

  private double median(ClientKind kind, int threads, ToDoubleFunction<CostRun> figure) {
    return Samples.median(results.getOrDefault(new Setting(kind, threads), List.of()), figure);
  }

  private double ratio(
      ClientKind kind, ClientKind other, int threads, ToDoubleFunction<CostRun> figure) {
    return median(kind, threads, figure) / median(other, threads, figure);
  }

  private Targets targets() {
    Targets targets = new Targets();
    against(targets, ClientKind.ROSTER_AWS, ClientKind.AWS_SDK, 0.97, 0.97, 1.05);
    against(
        targets,
        ClientKind.ROSTER_AWS_URL_CONNECTION,
        ClientKind.AWS_SDK_URL_CONNECTION,
        0.97,
        0.97,
        1.05);
    against(targets, ClientKind.ROSTER_HUAWEI, ClientKind.HUAWEI_SDK, 1.15, 1.6, 0.45);
    double connections = median(ClientKind.ROSTER_HUAWEI, THREADS, CostRun::connections);
    return targets.atMost("Roster, Huawei: connections opened, 8 threads", 16, connections);
  }

  private void against(
      Targets targets, ClientKind kind, ClientKind other, double one, double eight, double bytes) {
    String title = kind.title() + ", of the SDK's: ";
    targets
        .atLeast(
            title + "calls a second, 1 thread", one, ratio(kind, other, 1, CostRun::callsPerSecond))
        .atLeast(
            title + "calls a second, 8 threads",
            eight,
            ratio(kind, other, THREADS, CostRun::callsPerSecond))
        .atMost(title + "bytes for a call", bytes, ratio(kind, other, 1, CostRun::bytes));
  }

  private Table table() {
    Table table =
        new Table(
            "one create, no limit",
            "us, 1 thread",
            "bytes",
            "calls/s, 8 threads",
            "connections opened, 8 threads");
    for (ClientKind kind : CONTENDERS) {
      table.row(
          kind.title(),
          "%.0f".formatted(median(kind, 1, CostRun::micros)),
          "%,.0f".formatted(median(kind, 1, CostRun::bytes)),
          "%,.0f".formatted(median(kind, THREADS, CostRun::callsPerSecond)),
          "%,.0f".formatted(median(kind, THREADS, CostRun::connections)));
    }
    return table;
  }
}
