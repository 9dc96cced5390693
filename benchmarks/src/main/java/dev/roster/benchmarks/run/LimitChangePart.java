package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.load.CreateLoad;
import dev.roster.benchmarks.load.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The limit drops from 100 calls a second to 20 and comes back. */
final class LimitChangePart implements Part {

  private static final int BURST = 40;
  private static final int[] RATES = {100, 20, 100};
  private static final int SECONDS_OF_A_RATE = 20;
  private static final double ALLOWED = BURST + SECONDS_OF_A_RATE * Arrays.stream(RATES).sum();

  /** More calls than can be made, so that the time ends the run. */
  private static final List<String> LOAD = List.of("16", "1000000");

  private static final List<ClientKind> CONTENDERS =
      List.of(ClientKind.ROSTER_AWS, ClientKind.ROSTER_HUAWEI, ClientKind.AWS_SDK_ADAPTIVE);

  @Override
  public String name() {
    return "limit-change";
  }

  /** What happens under a limit varies more than what a call costs. */
  @Override
  public int usualRounds() {
    return 5;
  }

  @Override
  public Results measure(int rounds) throws Exception {
    Rounds<ClientKind, Figures> results = new Rounds<>();
    for (int round = 0; round < rounds; round++) {
      measureOnce(results);
    }
    return new Results(targets(results), table(results))
        .withPlot("performance-limit-change.svg", plot(results));
  }

  private static void measureOnce(Rounds<ClientKind, Figures> results) throws Exception {
    List<LimitedRun> runs = new ArrayList<>();
    try {
      for (ClientKind kind : CONTENDERS) {
        runs.add(LimitedRun.prepared(kind, CreateLoad.class, 1, LOAD).ready());
      }
      letTheLimitChange(runs);
      for (int index = 0; index < runs.size(); index++) {
        results.add(CONTENDERS.get(index), runs.get(index).server().counts());
      }
    } finally {
      runs.forEach(LimitedRun::close);
    }
  }

  private static void letTheLimitChange(List<LimitedRun> runs) throws Exception {
    for (LimitedRun run : runs) {
      run.begin("rate=%d&burst=%d".formatted(RATES[0], BURST));
    }
    for (int rate : RATES) {
      for (LimitedRun run : runs) {
        run.server().changeRate(rate);
      }
      TimeUnit.SECONDS.sleep(SECONDS_OF_A_RATE);
    }
  }

  private static double usedPercent(Figures counts) {
    return 100 * (counts.number("requests") - counts.number("throttled")) / ALLOWED;
  }

  private static double throttledPercent(Figures counts) {
    return 100 * counts.number("throttled") / counts.number("requests");
  }

  private static Targets targets(Rounds<ClientKind, Figures> results) {
    Targets targets = new Targets();
    for (ClientKind kind : List.of(ClientKind.ROSTER_AWS, ClientKind.ROSTER_HUAWEI)) {
      double used = results.median(kind, LimitChangePart::usedPercent);
      targets.atLeast(kind.title() + ": % of the calls that the limit allowed", 95, used);
    }
    return targets;
  }

  private static Table table(Rounds<ClientKind, Figures> results) {
    String title = "100, 20, 100 calls a second for 20 s each";
    return new RoundsTable<>(results, title, ClientKind::title)
        .median("used of the limit", "%.1f %%", kind -> kind, LimitChangePart::usedPercent)
        .median("throttled", "%.1f %%", kind -> kind, LimitChangePart::throttledPercent)
        .rows(results.contenders());
  }

  private static String plot(Rounds<ClientKind, Figures> results) {
    LinePlot plot = new LinePlot("Accepted calls a second while the limit changes");
    int seconds = RATES.length * SECONDS_OF_A_RATE;
    plot.line(
        "the limit",
        IntStream.range(0, seconds).mapToObj(s -> (double) RATES[s / SECONDS_OF_A_RATE]).toList());
    for (ClientKind kind : results.contenders()) {
      plot.line(kind.title(), perSecond(results.last(kind), seconds));
    }
    return plot.toString();
  }

  private static List<Double> perSecond(Figures counts, int seconds) {
    double[] millis = counts.series("acceptedMillis");
    return IntStream.range(0, seconds)
        .mapToObj(s -> (double) Arrays.stream(millis).filter(t -> (int) (t / 1000) == s).count())
        .toList();
  }
}
