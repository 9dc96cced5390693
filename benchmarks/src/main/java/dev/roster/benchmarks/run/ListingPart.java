package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.ListingLoad;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A group of 10,000 by pages of a hundred: at full speed, and slow for a slow consumer. */
final class ListingPart implements Part {

  private static final String GROUP = "listingSize=10000";
  private static final String SLOW_GROUP = GROUP + "&delayMillis=20";
  private static final String CONSUMER_MILLIS = "20";
  private static final double READ_SECONDS = 100 * 0.020;

  private static final List<ClientKind> FAST =
      List.of(
          ClientKind.ROSTER_AWS,
          ClientKind.AWS_SDK,
          ClientKind.ROSTER_HUAWEI,
          ClientKind.HUAWEI_SDK,
          ClientKind.OKHTTP);

  private static final List<ClientKind> SLOW =
      List.of(
          ClientKind.ROSTER_AWS_AHEAD,
          ClientKind.AWS_SDK,
          ClientKind.ROSTER_HUAWEI_AHEAD,
          ClientKind.HUAWEI_SDK);

  private final Map<ClientKind, List<CostRun>> fast = new EnumMap<>(ClientKind.class);
  private final Map<ClientKind, List<CountedRun>> slow = new EnumMap<>(ClientKind.class);

  @Override
  public String name() {
    return "listing";
  }

  @Override
  public Results measure(int rounds) throws Exception {
    fast.clear();
    slow.clear();
    for (int round = 0; round < rounds; round++) {
      for (ClientKind kind : FAST) {
        CostRun run = CostRun.of(kind, 1, "list", GROUP);
        fast.computeIfAbsent(kind, key -> new ArrayList<>()).add(run);
      }
      for (ClientKind kind : SLOW) {
        CountedRun run =
            CountedRun.of(kind, ListingLoad.class, SLOW_GROUP, List.of(CONSUMER_MILLIS));
        slow.computeIfAbsent(kind, key -> new ArrayList<>()).add(run);
      }
    }
    return new Results(targets(), fastTable(), slowTable());
  }

  private double fast(ClientKind kind, ToDoubleFunction<CostRun> figure) {
    return Samples.median(fast.getOrDefault(kind, List.of()), figure);
  }

  private double slowSeconds(ClientKind kind) {
    return Samples.median(slow.getOrDefault(kind, List.of()), CountedRun::seconds);
  }

  private double ratio(ClientKind kind, ClientKind other, ToDoubleFunction<CostRun> figure) {
    return fast(kind, figure) / fast(other, figure);
  }

  private Targets targets() {
    ClientKind aws = ClientKind.ROSTER_AWS;
    ClientKind huawei = ClientKind.ROSTER_HUAWEI;
    ClientKind ahead = ClientKind.ROSTER_AWS_AHEAD;
    return new Targets()
        .atMost(
            "Roster, Huawei: time, of the SDK's by hand",
            0.55,
            ratio(huawei, ClientKind.HUAWEI_SDK, CostRun::micros))
        .atMost(
            "Roster, Huawei: bytes, of the SDK's by hand",
            0.55,
            ratio(huawei, ClientKind.HUAWEI_SDK, CostRun::bytes))
        .atMost(
            "Roster, AWS: time, of the paginator's",
            1.03,
            ratio(aws, ClientKind.AWS_SDK, CostRun::micros))
        .atMost(
            "Roster, AWS: bytes, of the paginator's",
            1.03,
            ratio(aws, ClientKind.AWS_SDK, CostRun::bytes))
        .atMost(
            "read-ahead, AWS: time, of the longer of reading and consuming",
            1.1,
            slowSeconds(ahead) / READ_SECONDS)
        .atMost(
            "read-ahead, Huawei: time, of the longer of reading and consuming",
            1.1,
            slowSeconds(ClientKind.ROSTER_HUAWEI_AHEAD) / READ_SECONDS)
        .atMost(
            "read-ahead, AWS: time, of the paginator's",
            0.55,
            slowSeconds(ahead) / slowSeconds(ClientKind.AWS_SDK));
  }

  private Table fastTable() {
    Table table = new Table("list 10,000 by 100, no delay", "ms", "KiB allocated");
    for (ClientKind kind : FAST) {
      table.row(
          kind.title(),
          "%.1f".formatted(fast(kind, CostRun::micros) / 1000),
          "%,.0f".formatted(fast(kind, CostRun::bytes) / 1024));
    }
    return table;
  }

  private Table slowTable() {
    Table table = new Table("the same, 20 ms a reply and 20 ms of consuming a page", "s");
    for (ClientKind kind : SLOW) {
      table.row(kind.title(), "%.2f".formatted(slowSeconds(kind)));
    }
    return table;
  }
}
