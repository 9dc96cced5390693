package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.Figures;
import dev.roster.benchmarks.load.FirstResponse;
import java.util.List;

/** A fresh JVM to the first response, and how much memory it took at most until then. */
final class StartUpPart implements Part {

  /** Each takes half a second, so there can be many. */
  private static final int RUNS_IN_A_ROUND = 7;

  private static final double MIB = 1024;

  /** One start. */
  private record Start(double seconds, double peakMebibytes) {}

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Rounds<ClientKind, Start> results = new Rounds<>();
    try (Server server = Server.start()) {
      for (int run = 0; run < rounds * RUNS_IN_A_ROUND; run++) {
        for (ClientKind kind : ClientKind.ONE_OF_EACH_CLASS_PATH) {
          results.add(kind, start(kind, server));
        }
      }
    }
    return new Results(targets(results), table(results));
  }

  private static Start start(ClientKind kind, Server server) throws Exception {
    List<String> arguments = List.of(kind.toString(), server.endpoint());
    long began = System.nanoTime();
    try (Load load = new Load(Workshop.load(kind, FirstResponse.class, arguments)).ready()) {
      double seconds = (System.nanoTime() - began) / 1e9;
      Figures figures = load.figures();
      return new Start(seconds, figures.number("peakKibibytes") / MIB);
    }
  }

  private static Targets targets(Rounds<ClientKind, Start> results) {
    Targets targets = new Targets();
    ratios(targets, results, ClientKind.ROSTER_HUAWEI, ClientKind.HUAWEI_SDK, 0.7, 0.9);
    ratios(targets, results, ClientKind.ROSTER_AWS, ClientKind.AWS_SDK, 1, 1);
    return targets;
  }

  private static void ratios(
      Targets targets,
      Rounds<ClientKind, Start> results,
      ClientKind roster,
      ClientKind sdk,
      double time,
      double memory) {
    String measure = roster.title() + ": %s, of the SDK's";
    targets
        .atMost(measure.formatted("time"), time, results.ratio(roster, sdk, Start::seconds))
        .atMost(
            measure.formatted("memory"), memory, results.ratio(roster, sdk, Start::peakMebibytes));
  }

  private static Table table(Rounds<ClientKind, Start> results) {
    Table table = new Table("fresh JVM to the first response", "s", "peak MiB");
    for (ClientKind kind : ClientKind.ONE_OF_EACH_CLASS_PATH) {
      table.row(
          kind.title(),
          "%.2f".formatted(results.median(kind, Start::seconds)),
          "%.0f".formatted(results.median(kind, Start::peakMebibytes)));
    }
    return table;
  }
}
