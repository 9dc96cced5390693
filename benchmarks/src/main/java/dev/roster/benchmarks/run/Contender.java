package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.BulkLoad;
import dev.roster.benchmarks.load.CreateLoad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Who makes 500 memberships, in 16 threads of each process, against a limit of 20 calls a second
 * with a burst of 40.
 *
 * @param kind the library
 * @param processes how many share the limit
 * @param bulk whether they are made in bulk
 * @param hint whether a throttled response says how long to wait
 */
record Contender(ClientKind kind, int processes, boolean bulk, boolean hint) {

  private static final int CALLS = 500;
  private static final int RATE = 20;
  private static final int BURST = 40;
  private static final List<String> LOAD = List.of("16", Integer.toString(CALLS));

  /** Loads that warm up at the same time would take each other's processor. */
  private static final long SECONDS_BETWEEN_STARTS = 2;

  /** All of them side by side, each with a server of its own. */
  static Rounds<Contender, LimitedRun.Result> measure(List<Contender> contenders, int rounds)
      throws Exception {
    Rounds<Contender, LimitedRun.Result> results = new Rounds<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<Contender, LimitedRun> run : started(contenders).entrySet()) {
        try (LimitedRun ended = run.getValue()) {
          results.add(run.getKey(), ended.result());
        }
      }
    }
    return results;
  }

  private static Map<Contender, LimitedRun> started(List<Contender> contenders) throws Exception {
    Map<Contender, LimitedRun> runs = new LinkedHashMap<>();
    for (Contender contender : contenders) {
      runs.put(contender, contender.started());
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_STARTS);
    }
    return runs;
  }

  private LimitedRun started() throws Exception {
    Class<?> program = bulk ? BulkLoad.class : CreateLoad.class;
    LimitedRun run = LimitedRun.prepared(kind, program, processes, LOAD).ready();
    run.begin("rate=%d&burst=%d%s".formatted(RATE, BURST, hint ? "&retryAfter=1" : ""));
    return run;
  }

  String title() {
    return kind.title() + (bulk ? ", bulk" : "");
  }

  String hintText() {
    return hint ? "1 s" : "none";
  }

  /** The time in which the limit allows what so many processes want. */
  static double leastSeconds(int processes) {
    return (double) (processes * CALLS - BURST) / RATE;
  }
}
