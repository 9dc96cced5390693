package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.ReconcileLoad;
import java.util.List;

/** A group of 10,000, of which 50 are removed and to which 50 are added. */
final class ReconcilePart implements Part {

  private static final double CALLS = 200;
  private static final List<String> LOAD = List.of("10000", "50");

  @Override
  public String name() {
    return "reconcile";
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Targets targets = new Targets();
    for (ClientKind kind : List.of(ClientKind.ROSTER_AWS, ClientKind.ROSTER_HUAWEI)) {
      CountedRun run = CountedRun.of(kind, ReconcileLoad.class, "listingSize=10000", LOAD);
      targets.exactly(kind.title() + ": changes that failed", 0, run.process().number("failed"));
      targets.exactly(kind.title() + ": calls", CALLS, run.requests());
    }
    return new Results(targets);
  }
}
