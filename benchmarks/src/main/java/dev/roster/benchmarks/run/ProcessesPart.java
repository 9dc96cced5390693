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
    double wall = results.largest(roster, ProcessesPart::overLeast);
    double fairness = 1 - results.largest(roster, LimitedRun.Result::unfairness);
    double slowest = results.largest(roster, LimitedRun.Result::slowestSeconds);
    return LimitedRun.targets(results, roster, wall, 1.05, 4)
        .atLeast("Roster: fairness (Jain), worst row", 0.98, fairness)
        .atMost("Roster: slowest call in the loop, s, worst row", 8, slowest);
  }

  private static double overLeast(LimitedRun.Result result) {
    return result.wallSeconds() / Contender.leastSeconds(PROCESSES);
  }

  private static Table table(Rounds<Contender, LimitedRun.Result> results) {
    String title = "four processes, 500 creates and 16 threads each";
    return LimitedRun.table(results, title, ProcessesPart::overLeast)
        .median("throttled", "%.1f %%", each -> each, LimitedRun.Result::throttledPercent)
        .median("fairness", "%.3f", each -> each, run -> 1 - run.unfairness())
        .median("slowest call s", "%.1f", each -> each, LimitedRun.Result::slowestSeconds)
        .rows(results.contenders());
  }
}
