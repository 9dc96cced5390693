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
      measureOnce(fast, slow);
    }
    return new Results(targets(fast, slow), fastTable(fast), slowTable(slow));
  }

  private static void measureOnce(Rounds<ClientKind, CostRun> fast, Rounds<Slow, CountedRun> slow)
      throws Exception {
    for (ClientKind kind : FAST) {
      fast.add(kind, CostRun.of(kind, 1, "list", GROUP));
    }
    for (ClientKind kind : SLOW) {
      slow.add(new Slow(kind, false), slowly(kind, NO_TIME));
      slow.add(new Slow(kind, true), slowly(kind, CONSUMER_MILLIS));
    }
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
    Targets targets = new Targets();
    ratios(targets, fast, ClientKind.ROSTER_HUAWEI, ClientKind.HUAWEI_SDK, 0.55, "SDK's by hand");
    ratios(targets, fast, ClientKind.ROSTER_AWS, ClientKind.AWS_SDK, 1.03, "paginator's");
    overlaps(targets, slow, "AWS", ClientKind.ROSTER_AWS_AHEAD, ClientKind.AWS_SDK);
    overlaps(targets, slow, "Huawei", ClientKind.ROSTER_HUAWEI_AHEAD, ClientKind.HUAWEI_SDK);
    Slow ahead = new Slow(ClientKind.ROSTER_AWS_AHEAD, true);
    Slow paginator = new Slow(ClientKind.AWS_SDK, true);
    double ratio = slow.ratio(ahead, paginator, CountedRun::seconds);
    return targets.atMost("read-ahead, AWS: time, of the paginator's", ABOUT_HALF, ratio);
  }

  private static void ratios(
      Targets targets,
      Rounds<ClientKind, CostRun> fast,
      ClientKind roster,
      ClientKind sdk,
      double most,
      String whose) {
    String measure = roster.title() + ": %s, of the " + whose;
    targets
        .atMost(measure.formatted("time"), most, fast.ratio(roster, sdk, CostRun::micros))
        .atMost(measure.formatted("bytes"), most, fast.ratio(roster, sdk, CostRun::bytes));
  }

  private static void overlaps(
      Targets targets,
      Rounds<Slow, CountedRun> slow,
      String cloud,
      ClientKind ahead,
      ClientKind sdk) {
    String measure = "read-ahead, " + cloud + ": time, of the longer of reading and consuming";
    targets.atMost(measure, 1.1, overLonger(slow, ahead, sdk));
  }

  private static Table fastTable(Rounds<ClientKind, CostRun> fast) {
    return new RoundsTable<>(fast, "list 10,000 by 100, no delay", ClientKind::title)
        .median("ms", "%.1f", kind -> kind, run -> run.micros() / 1000)
        .median("KiB allocated", "%,.0f", kind -> kind, run -> run.bytes() / 1024)
        .rows(FAST);
  }

  private static Table slowTable(Rounds<Slow, CountedRun> slow) {
    String consuming = "with 20 ms of consuming a page, s";
    return new RoundsTable<>(slow, "the same, 20 ms a response", ClientKind::title)
        .median("read s", "%.2f", kind -> new Slow(kind, false), CountedRun::seconds)
        .median(consuming, "%.2f", kind -> new Slow(kind, true), CountedRun::seconds)
        .rows(SLOW);
  }
}
