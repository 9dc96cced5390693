package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.cost.CostOfACall;
import dev.roster.benchmarks.load.Figures;
import java.util.List;

/**
 * One JMH run of one client, and the connections that it opened.
 *
 * @param cost what JMH told
 * @param server what the server counted
 */
record CostRun(Figures cost, Figures server) {

  private static final int WARM_UP_SECONDS = 12;

  /** Threads that are never idle leave the compiler little time: 200,000 calls until it is done. */
  private static final int WARM_UP_SECONDS_OF_THREADS = 40;

  private static final int MEASURED_SECONDS = 6;

  static CostRun of(ClientKind kind, int threads, String benchmark, String settings)
      throws Exception {
    try (Server server = Server.start()) {
      server.restart(settings);
      Process process =
          Workshop.jmh(
              kind,
              CostOfACall.class,
              List.of(
                  kind.toString(),
                  server.endpoint(),
                  Integer.toString(threads),
                  benchmark,
                  Integer.toString(threads > 1 ? WARM_UP_SECONDS_OF_THREADS : WARM_UP_SECONDS),
                  Integer.toString(MEASURED_SECONDS)));
      try (Load load = new Load(process)) {
        return new CostRun(load.figures(), server.counts());
      }
    }
  }

  double micros() {
    return cost.number("microsPerCall");
  }

  double callsPerSecond() {
    return cost.number("callsPerSecond");
  }

  double bytes() {
    return cost.number("bytesPerCall");
  }

  double connections() {
    return server.number("connections");
  }
}
