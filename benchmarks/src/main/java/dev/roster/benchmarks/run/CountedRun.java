package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.Figures;
import java.util.List;

/**
 * One process without a limit, of which the requests are counted.
 *
 * @param process what it printed
 * @param server what the server counted
 */
record CountedRun(Figures process, Figures server) {

  static CountedRun of(ClientKind kind, Class<?> program, String settings, List<String> arguments)
      throws Exception {
    try (LimitedRun run = LimitedRun.prepared(kind, program, 1, arguments).ready()) {
      run.begin(settings);
      LimitedRun.Result result = run.result();
      return new CountedRun(result.processes().get(0), result.server());
    }
  }

  double requests() {
    return server.number("requests");
  }

  double seconds() {
    return process.number("wallSeconds");
  }
}
