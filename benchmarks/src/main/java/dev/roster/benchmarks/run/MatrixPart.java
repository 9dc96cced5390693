package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.MatrixLoad;
import java.util.List;

/** Who of 200 users is in which of 200 groups of a hundred. */
final class MatrixPart implements Part {

  private static final double CALLS = 200;
  private static final List<String> LOAD = List.of("200", "200", "100");

  @Override
  public String name() {
    return "matrix";
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Targets targets = new Targets();
    for (ClientKind kind : List.of(ClientKind.ROSTER_AWS, ClientKind.ROSTER_HUAWEI)) {
      CountedRun run = CountedRun.of(kind, MatrixLoad.class, "listingSize=100", LOAD);
      targets.exactly(
          kind.title() + ": calls announced", CALLS, run.process().number("expectedCalls"));
      targets.exactly(kind.title() + ": calls, 40,000 pair by pair", CALLS, run.requests());
    }
    return new Results(targets);
  }
}
