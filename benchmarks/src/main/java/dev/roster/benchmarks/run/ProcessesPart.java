package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import java.util.List;
import java.util.function.Predicate;

/** Four processes share a limit of 20 calls a second: 500 creates in 16 threads each. */
final class ProcessesPart implements Part {

  private static final int PROCESSES = 4;

  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender(ClientKind.ROSTER_AWS, PROCESSES, false, false),
          new Contender(ClientKind.ROSTER_AWS, PROCESSES, false, true),
          new Contender(ClientKind.ROSTER_HUAWEI, PROCESSES, false, false),
          new Contender(ClientKind.ROSTER_HUAWEI, PROCESSES, false, true),
          new Contender(ClientKind.AWS_SDK_ADAPTIVE, PROCESSES, false, false));

  @Override
  public String name() {
    return "processes";
  }

  /** What happens under a limit varies more than what a call costs. */
  @Override
  public int usualRounds() {
    return 5;
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Rounds<Contender, LimitedRun.Result> results = Contender.measure(CONTENDERS, rounds);
    return new Results(targets(results), table(results));
  }

  private static Targets targets(Rounds<Contender, LimitedRun.Result> results) {
    Predicate<Contender> roster = contender -> contender.kind().isRoster();
    return new Targets()
        .exactly(
            "Roster: failed calls, all rows", 0, results.largest(roster, LimitedRun.Result::failed))
        .atMost(
            "Roster: wall over the least possible, worst row",
            1.05,
            results.largest(roster, ProcessesPart::overLeast))
        .atMost(
            "Roster: throttled, % of requests, worst row",
            3, results.largest(roster, LimitedRun.Result::throttledPercent))
        .atLeast(
            "Roster: fairness (Jain), worst row",
            0.98,
            1 - results.largest(roster, LimitedRun.Result::unfairness))
        .atMost(
            "Roster: slowest call in the loop, s, worst row",
            6,
            results.largest(roster, LimitedRun.Result::slowestSeconds));
  }

  private static double overLeast(LimitedRun.Result result) {
    return result.wallSeconds() / Contender.leastSeconds(PROCESSES);
  }

  private static Table table(Rounds<Contender, LimitedRun.Result> results) {
    Table table =
        new Table(
            "four processes, 500 creates and 16 threads each",
            "`Retry-After`",
            "wall s",
            "over least",
            "failed",
            "throttled",
            "fairness",
            "slowest call s");
    for (Contender contender : results.contenders()) {
      table.row(
          contender.title(),
          contender.hintText(),
          "%.1f".formatted(results.median(contender, LimitedRun.Result::wallSeconds)),
          "%.3f".formatted(results.median(contender, ProcessesPart::overLeast)),
          "%.0f".formatted(results.median(contender, LimitedRun.Result::failed)),
          "%.1f %%".formatted(results.median(contender, LimitedRun.Result::throttledPercent)),
          "%.3f".formatted(1 - results.median(contender, LimitedRun.Result::unfairness)),
          "%.1f".formatted(results.median(contender, LimitedRun.Result::slowestSeconds)));
    }
    return table;
  }
}
