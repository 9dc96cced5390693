package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.cost.CostOfACall;
import dev.roster.benchmarks.load.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One JMH run of one client, and the connections that it opened.
 *
 * @param cost what JMH printed
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
      try (Load load = new Load(started(kind, threads, benchmark, server))) {
        return new CostRun(load.figures(), server.counts());
      }
    }
  }

  private static Process started(ClientKind kind, int threads, String benchmark, Server server)
      throws Exception {
    int warmUp = threads > 1 ? WARM_UP_SECONDS_OF_THREADS : WARM_UP_SECONDS;
    List<String> numbers =
        Stream.of(warmUp, MEASURED_SECONDS).map(seconds -> Integer.toString(seconds)).toList();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(kind.toString(), server.endpoint()));
    arguments.addAll(List.of(Integer.toString(threads), benchmark));
    arguments.addAll(numbers);
    return Workshop.jmh(kind, CostOfACall.class, arguments);
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
