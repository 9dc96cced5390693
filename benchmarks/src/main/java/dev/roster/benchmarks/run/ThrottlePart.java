package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** 500 creates in 16 threads against a limit of 20 calls a second with a burst of 40. */
final class ThrottlePart implements Part {

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
    List<Contender> all = new ArrayList<>();
    for (ClientKind kind : List.of(ClientKind.ROSTER_AWS, ClientKind.ROSTER_HUAWEI)) {
      for (boolean bulk : new boolean[] {false, true}) {
        all.add(new Contender(kind, 1, bulk, false));
        all.add(new Contender(kind, 1, bulk, true));
      }
    }
    for (ClientKind kind :
        List.of(
            ClientKind.AWS_SDK_ADAPTIVE,
            ClientKind.AWS_SDK,
            ClientKind.AWS_SDK_STANDARD,
            ClientKind.HUAWEI_SDK,
            ClientKind.HUAWEI_SDK_RETRYING)) {
      all.add(new Contender(kind, 1, false, false));
    }
    return all;
  }

  private static Targets targets(Rounds<Contender, LimitedRun.Result> results) {
    Predicate<Contender> roster = contender -> contender.kind().isRoster();
    Predicate<Contender> inTheLoop = roster.and(contender -> !contender.bulk());
    return new Targets()
        .exactly(
            "Roster: failed calls, all rows", 0, results.largest(roster, LimitedRun.Result::failed))
        .atMost(
            "Roster: wall over the least possible, worst row",
            1.03,
            results.largest(roster, ThrottlePart::overLeast))
        .atMost(
            "Roster: throttled, % of requests, worst row",
            1.5, results.largest(roster, LimitedRun.Result::throttledPercent))
        .atMost(
            "Roster: slowest call in the loop, s, worst row",
            3,
            results.largest(inTheLoop, LimitedRun.Result::slowestSeconds));
  }

  private static double overLeast(LimitedRun.Result result) {
    return result.wallSeconds() / Contender.leastSeconds(1);
  }

  private static Table table(Rounds<Contender, LimitedRun.Result> results) {
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
    for (Contender contender : results.contenders()) {
      table.row(
          contender.title(),
          contender.hintText(),
          "%.1f".formatted(results.median(contender, LimitedRun.Result::wallSeconds)),
          "%.3f".formatted(results.median(contender, ThrottlePart::overLeast)),
          "%.0f".formatted(results.median(contender, LimitedRun.Result::failed)),
          "%.0f".formatted(results.median(contender, LimitedRun.Result::requests)),
          "%.1f %%".formatted(results.median(contender, LimitedRun.Result::throttledPercent)),
          contender.bulk()
              ? ""
              : "%.1f".formatted(results.median(contender, LimitedRun.Result::slowestSeconds)));
    }
    return table;
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
