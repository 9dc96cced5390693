package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import java.util.function.ToDoubleFunction;

/** One create without a limit, in one thread and in eight. */
final class CostPart implements Part {

  private static final int THREADS = 8;

  /** A client, and in how many threads it was called. */
  private record Setting(ClientKind kind, int threads) {}

  /** A client of Roster, and the SDK that it is compared with. */
  private enum Pair {
    AWS(ClientKind.ROSTER_AWS, ClientKind.AWS_SDK),
    AWS_URL_CONNECTION(ClientKind.ROSTER_AWS_URL_CONNECTION, ClientKind.AWS_SDK_URL_CONNECTION),
    HUAWEI(ClientKind.ROSTER_HUAWEI, ClientKind.HUAWEI_SDK);

    private final ClientKind roster;
    private final ClientKind sdk;

    Pair(ClientKind roster, ClientKind sdk) {
      this.roster = roster;
      this.sdk = sdk;
    }

    double ratio(Rounds<Setting, CostRun> results, int threads, ToDoubleFunction<CostRun> figure) {
      return results.ratio(new Setting(roster, threads), new Setting(sdk, threads), figure);
    }
  }

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
      for (ClientKind kind : ClientKind.ONE_OF_EACH_CLASS_PATH) {
        for (int threads : new int[] {1, THREADS}) {
          results.add(new Setting(kind, threads), CostRun.of(kind, threads, "create", ""));
        }
      }
    }
    return new Results(targets(results), table(results));
  }

  private static Targets targets(Rounds<Setting, CostRun> results) {
    Targets targets = new Targets();
    against(results, targets, Pair.AWS, AS_GOOD);
    against(results, targets, Pair.AWS_URL_CONNECTION, AS_GOOD);
    against(results, targets, Pair.HUAWEI, BETTER);
    Setting huawei = new Setting(ClientKind.ROSTER_HUAWEI, THREADS);
    double opened = results.median(huawei, CostRun::connections);
    return targets.atMost("Roster, Huawei: connections opened, 8 threads", 16, opened);
  }

  private static void against(
      Rounds<Setting, CostRun> results, Targets targets, Pair pair, Asked asked) {
    String calls = pair.roster.title() + ", of the SDK's: calls a second, ";
    targets
        .atLeast(calls + "1 thread", asked.calls, pair.ratio(results, 1, CostRun::callsPerSecond))
        .atLeast(
            calls + "8 threads",
            asked.callsInThreads,
            pair.ratio(results, THREADS, CostRun::callsPerSecond))
        .atMost(
            pair.roster.title() + ", of the SDK's: bytes for a call",
            asked.bytes,
            pair.ratio(results, 1, CostRun::bytes));
  }

  private static Table table(Rounds<Setting, CostRun> results) {
    return new RoundsTable<>(results, "one create, no limit", ClientKind::title)
        .median("us, 1 thread", "%.0f", CostPart::alone, CostRun::micros)
        .median("bytes", "%,.0f", CostPart::alone, CostRun::bytes)
        .median("calls/s, 8 threads", "%,.0f", CostPart::inThreads, CostRun::callsPerSecond)
        .median("connections opened, 8 threads", "%,.0f", CostPart::inThreads, CostRun::connections)
        .rows(ClientKind.ONE_OF_EACH_CLASS_PATH);
  }

  private static Setting alone(ClientKind kind) {
    return new Setting(kind, 1);
  }

  private static Setting inThreads(ClientKind kind) {
    return new Setting(kind, THREADS);
  }
}
