package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.ListingLoad;
import java.util.List;

/** A group of 10,000 by pages of a hundred: at full speed, and slow for a slow consumer. */
final class ListingPart implements Part {

  private static final String GROUP = "listingSize=10000";
  private static final String SLOW_GROUP = GROUP + "&delayMillis=20";
  private static final String CONSUMER_MILLIS = "20";
  private static final double ABOUT_HALF = 0.6;
  private static final String NO_TIME = "0";
  private static final double CONSUME_SECONDS = 100 * 0.020;

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

  @Override
  public String name() {
    return "listing";
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Rounds<ClientKind, CostRun> fast = new Rounds<>();
    Rounds<Slow, CountedRun> slow = new Rounds<>();
    for (int round = 0; round < rounds; round++) {
      for (ClientKind kind : FAST) {
        CostRun run = CostRun.of(kind, 1, "list", GROUP);
        fast.add(kind, run);
      }
      for (ClientKind kind : SLOW) {
        slow.add(new Slow(kind, false), slowly(kind, NO_TIME));
        slow.add(new Slow(kind, true), slowly(kind, CONSUMER_MILLIS));
      }
    }
    return new Results(targets(fast, slow), fastTable(fast), slowTable(slow));
  }

  private static CountedRun slowly(ClientKind kind, String consumerMillis) throws Exception {
    return CountedRun.of(kind, ListingLoad.class, SLOW_GROUP, List.of(consumerMillis));
  }

  /** A listing with 20 ms a response, for a consumer that takes time or none. */
  private record Slow(ClientKind kind, boolean consumed) {}

  /** How long it took, over the longer of what the SDK takes to read alone and the consumer. */
  private static double overLonger(
      Rounds<Slow, CountedRun> slow, ClientKind ahead, ClientKind sdk) {
    double read = slow.median(new Slow(sdk, false), CountedRun::seconds);
    return slow.median(new Slow(ahead, true), CountedRun::seconds)
        / Math.max(read, CONSUME_SECONDS);
  }

  private static Targets targets(Rounds<ClientKind, CostRun> fast, Rounds<Slow, CountedRun> slow) {
    ClientKind aws = ClientKind.ROSTER_AWS;
    ClientKind huawei = ClientKind.ROSTER_HUAWEI;
    ClientKind ahead = ClientKind.ROSTER_AWS_AHEAD;
    return new Targets()
        .atMost(
            "Roster, Huawei: time, of the SDK's by hand",
            0.55,
            fast.ratio(huawei, ClientKind.HUAWEI_SDK, CostRun::micros))
        .atMost(
            "Roster, Huawei: bytes, of the SDK's by hand",
            0.55,
            fast.ratio(huawei, ClientKind.HUAWEI_SDK, CostRun::bytes))
        .atMost(
            "Roster, AWS: time, of the paginator's",
            1.03,
            fast.ratio(aws, ClientKind.AWS_SDK, CostRun::micros))
        .atMost(
            "Roster, AWS: bytes, of the paginator's",
            1.03,
            fast.ratio(aws, ClientKind.AWS_SDK, CostRun::bytes))
        .atMost(
            "read-ahead, AWS: time, of the longer of reading and consuming",
            1.1,
            overLonger(slow, ahead, ClientKind.AWS_SDK))
        .atMost(
            "read-ahead, Huawei: time, of the longer of reading and consuming",
            1.1,
            overLonger(slow, ClientKind.ROSTER_HUAWEI_AHEAD, ClientKind.HUAWEI_SDK))
        .atMost(
            "read-ahead, AWS: time, of the paginator's",
            ABOUT_HALF,
            slow.ratio(
                new Slow(ahead, true), new Slow(ClientKind.AWS_SDK, true), CountedRun::seconds));
  }

  private static Table fastTable(Rounds<ClientKind, CostRun> fast) {
    Table table = new Table("list 10,000 by 100, no delay", "ms", "KiB allocated");
    for (ClientKind kind : FAST) {
      table.row(
          kind.title(),
          "%.1f".formatted(fast.median(kind, CostRun::micros) / 1000),
          "%,.0f".formatted(fast.median(kind, CostRun::bytes) / 1024));
    }
    return table;
  }

  private static Table slowTable(Rounds<Slow, CountedRun> slow) {
    Table table =
        new Table("the same, 20 ms a response", "read s", "with 20 ms of consuming a page, s");
    for (ClientKind kind : SLOW) {
      table.row(
          kind.title(),
          "%.2f".formatted(slow.median(new Slow(kind, false), CountedRun::seconds)),
          "%.2f".formatted(slow.median(new Slow(kind, true), CountedRun::seconds)));
    }
    return table;
  }
}
