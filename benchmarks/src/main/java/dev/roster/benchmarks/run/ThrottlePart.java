package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** 500 creates in 16 threads against a limit of 20 calls a second with a burst of 40. */
final class ThrottlePart implements Part {

  private static final List<ClientKind> OTHERS =
      List.of(
          ClientKind.AWS_SDK_ADAPTIVE,
          ClientKind.AWS_SDK,
          ClientKind.AWS_SDK_STANDARD,
          ClientKind.HUAWEI_SDK,
          ClientKind.HUAWEI_SDK_RETRYING);

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
    Rounds<Contender, LimitedRun.Result> results = Contender.measure(contenders(), rounds);
    return new Results(targets(results), table(results))
        .withPlot("performance-throttle.svg", plot(results));
  }

  private static List<Contender> contenders() {
    Stream<Contender> roster =
        Stream.of(ClientKind.ROSTER_AWS, ClientKind.ROSTER_HUAWEI)
            .flatMap(
                kind -> Stream.of(false, true).flatMap(bulk -> withAndWithoutHint(kind, bulk)));
    Stream<Contender> others = OTHERS.stream().map(kind -> new Contender(kind, 1, false, false));
    return Stream.concat(roster, others).toList();
  }

  private static Stream<Contender> withAndWithoutHint(ClientKind kind, boolean bulk) {
    return Stream.of(false, true).map(hint -> new Contender(kind, 1, bulk, hint));
  }

  private static Targets targets(Rounds<Contender, LimitedRun.Result> results) {
    Predicate<Contender> roster = contender -> contender.kind().isRoster();
    Predicate<Contender> inTheLoop = roster.and(contender -> !contender.bulk());
    double wall = results.largest(roster, ThrottlePart::overLeast);
    double slowest = results.largest(inTheLoop, LimitedRun.Result::slowestSeconds);
    return LimitedRun.targets(results, roster, wall, 1.03, 1.5)
        .atMost("Roster: slowest call in the loop, s, worst row", 3, slowest);
  }

  private static double overLeast(LimitedRun.Result result) {
    return result.wallSeconds() / Contender.leastSeconds(1);
  }

  private static Table table(Rounds<Contender, LimitedRun.Result> results) {
    String title = "500 creates, 16 threads, 20 a second, burst 40";
    return LimitedRun.table(results, title, ThrottlePart::overLeast)
        .median("requests", "%.0f", each -> each, LimitedRun.Result::requests)
        .median("throttled", "%.1f %%", each -> each, LimitedRun.Result::throttledPercent)
        .text("slowest call s", each -> each.bulk() ? "" : slowest(results, each))
        .rows(results.contenders());
  }

  private static String slowest(Rounds<Contender, LimitedRun.Result> results, Contender contender) {
    return "%.1f".formatted(results.median(contender, LimitedRun.Result::slowestSeconds));
  }

  /** What became of the requests of the last round of those without a hint. */
  private static String plot(Rounds<Contender, LimitedRun.Result> results) {
    BarPlot plot = new BarPlot("Requests for 500 creates under a limit of 20 calls a second");
    for (Contender contender : results.contenders()) {
      if (!contender.hint()) {
        LimitedRun.Result last = results.last(contender);
        double throttled = last.server().number("throttled");
        plot.bar(contender.title(), last.requests() - throttled, throttled, last.failed());
      }
    }
    return plot.toString();
  }
}
