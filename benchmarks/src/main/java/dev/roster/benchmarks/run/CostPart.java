package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import java.util.List;

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

  /** Ratios to an SDK. */
  private record Asked(double calls, double callsInThreads, double bytes) {}

  private static final Asked AS_GOOD = new Asked(0.97, 0.97, 1.05);
  private static final Asked BETTER = new Asked(1.15, 1.6, 0.45);

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Rounds<Setting, CostRun> results = new Rounds<>();
    for (int round = 0; round < rounds; round++) {
      for (ClientKind kind : CONTENDERS) {
        for (int threads : new int[] {1, THREADS}) {
          results.add(new Setting(kind, threads), CostRun.of(kind, threads, "create", ""));
        }
      }
    }
    return new Results(targets(results), table(results));
  }

  private static Targets targets(Rounds<Setting, CostRun> results) {
    Targets targets = new Targets();
    against(results, targets, ClientKind.ROSTER_AWS, ClientKind.AWS_SDK, AS_GOOD);
    against(
        results,
        targets,
        ClientKind.ROSTER_AWS_URL_CONNECTION,
        ClientKind.AWS_SDK_URL_CONNECTION,
        AS_GOOD);
    against(results, targets, ClientKind.ROSTER_HUAWEI, ClientKind.HUAWEI_SDK, BETTER);
    Setting huawei = new Setting(ClientKind.ROSTER_HUAWEI, THREADS);
    return targets.atMost(
        "Roster, Huawei: connections opened, 8 threads",
        16,
        results.median(huawei, CostRun::connections));
  }

  private static void against(
      Rounds<Setting, CostRun> results,
      Targets targets,
      ClientKind kind,
      ClientKind other,
      Asked asked) {
    String title = kind.title() + ", of the SDK's: ";
    Setting one = new Setting(kind, 1);
    Setting eight = new Setting(kind, THREADS);
    Setting otherOne = new Setting(other, 1);
    Setting otherEight = new Setting(other, THREADS);
    targets
        .atLeast(
            title + "calls a second, 1 thread",
            asked.calls,
            results.ratio(one, otherOne, CostRun::callsPerSecond))
        .atLeast(
            title + "calls a second, 8 threads",
            asked.callsInThreads,
            results.ratio(eight, otherEight, CostRun::callsPerSecond))
        .atMost(
            title + "bytes for a call", asked.bytes, results.ratio(one, otherOne, CostRun::bytes));
  }

  private static Table table(Rounds<Setting, CostRun> results) {
    Table table =
        new Table(
            "one create, no limit",
            "us, 1 thread",
            "bytes",
            "calls/s, 8 threads",
            "connections opened, 8 threads");
    for (ClientKind kind : CONTENDERS) {
      Setting one = new Setting(kind, 1);
      Setting eight = new Setting(kind, THREADS);
      table.row(
          kind.title(),
          "%.0f".formatted(results.median(one, CostRun::micros)),
          "%,.0f".formatted(results.median(one, CostRun::bytes)),
          "%,.0f".formatted(results.median(eight, CostRun::callsPerSecond)),
          "%,.0f".formatted(results.median(eight, CostRun::connections)));
    }
    return table;
  }
}
