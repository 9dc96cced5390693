package dev.roster.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Many runs of one provider, each in a weather of its own. */
public final class Campaign {

  static final String SECRET = "fakeSecretKeyOfTheFaultCampaign000000001";

  private static final double MANY = 0.05;
  private static final double FEW = 0.01;
  private static final int MOST_PATIENCE = 32;

  private final Cloud cloud;
  private final long seed;
  private final int actors;
  private final int callsEach;
  private final Consumer<String> report;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Integer> endings = new TreeMap<>();
  private int patience;

  /**
   * A campaign that has not begun.
   *
   * @param cloud the provider
   * @param seed of all decisions
   * @param patience how much longer attempts may take in the first run than on an idle machine;
   *     later runs go by what the earlier ones showed
   * @param actors how many call at the same time
   * @param callsEach how many calls each makes in a run
   * @param report told a line for each run and each violation
   */
  Campaign(
      Cloud cloud, long seed, int patience, int actors, int callsEach, Consumer<String> report) {
    this.cloud = cloud;
    this.seed = seed;
    this.patience = patience;
    this.actors = actors;
    this.callsEach = callsEach;
    this.report = report;
  }

  int callsInARun() {
    return actors * callsEach;
  }

  /** Makes one run. */
  void run(int number) throws IOException, InterruptedException {
    CampaignRun run = new CampaignRun(new RunId(cloud, seed, number, patience), actors, callsEach);
    long start = System.nanoTime();
    Tally tally = run.run();
    long millis = (System.nanoTime() - start) / 1_000_000;
    report.accept("%s; %d ms, %s".formatted(run, millis, tally.endings()));
    tally.violations().forEach(violation -> report.accept(violation.line()));
    adapt(run.needlessTimeouts());
    violations.addAll(tally.violations());
    tally.endings().forEach((ending, count) -> endings.merge(ending, count, Integer::sum));
  }

  List<Violation> violations() {
    return violations;
  }

  /** On a busy machine attempts have to be longer, or nearly all of them time out. */
  private void adapt(double needlessTimeouts) {
    if (needlessTimeouts > MANY) {
      patience = Math.min(MOST_PATIENCE, patience * 2);
    } else if (needlessTimeouts < FEW) {
      patience = Math.max(1, patience - 1);
    }
  }

  /** How many calls ended how. */
  Map<String, Integer> endings() {
    return endings;
  }

  /** The kinds of violations, with how many there were of each and one that repeats it. */
  List<String> kinds() {
    Map<String, List<Violation>> kinds = new TreeMap<>();
    violations.forEach(v -> kinds.computeIfAbsent(v.kind(), fresh -> new ArrayList<>()).add(v));
    return kinds.entrySet().stream()
        .map(
            e ->
                "%5d x %s | first: %s"
                    .formatted(e.getValue().size(), e.getKey(), e.getValue().get(0).run()))
        .toList();
  }
}
