package dev.roster.campaign.run;

import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.About;
import dev.roster.campaign.record.Heartbeat;
import dev.roster.campaign.weather.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Many runs of one provider, several at the same time, each in a weather of its own. */
public final class Campaign {

  private final Cloud cloud;
  private final About about;
  private final long seed;
  private final int actors;
  private final int callsEach;
  private final Consumer<String> report;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Integer> endings = new TreeMap<>();
  private final Map<Fault, Integer> faults = new TreeMap<>();
  private final Pace pace;

  /**
   * A campaign that has not begun.
   *
   * @param cloud the provider
   * @param about what the calls are about
   * @param seed of all decisions
   * @param pace how many runs go on at the same time, and how patiently
   * @param actors how many call at the same time in a run
   * @param callsEach how many calls each makes in a run
   * @param report takes a line for each run and each violation
   */
  Campaign(
      Cloud cloud,
      About about,
      long seed,
      Pace pace,
      int actors,
      int callsEach,
      Consumer<String> report) {
    this.cloud = cloud;
    this.about = about;
    this.seed = seed;
    this.pace = pace;
    this.actors = actors;
    this.callsEach = callsEach;
    this.report = report;
  }

  int callsInARun() {
    return actors * callsEach;
  }

  /**
   * Makes runs.
   *
   * @param first the number of the first
   * @param runs how many
   */
  void run(int first, int runs) throws InterruptedException {
    ThreadCheck threads = ThreadCheck.ofAllRuns();
    try (Heartbeat heartbeat = new Heartbeat()) {
      run(first, runs, heartbeat);
    }
    threads.left().ifPresent(sentence -> add(Violation.ofAllRuns(cloud, about, seed, sentence)));
  }

  private void run(int first, int runs, Heartbeat heartbeat) throws InterruptedException {
    for (int number = first; number < first + runs; number++) {
      RunId id = new RunId(cloud, about, seed, number, pace.begin());
      new Thread(new ThreadGroup("run " + number), () -> run(id, heartbeat), "campaign-run")
          .start();
    }
    pace.awaitEnd();
  }

  private void run(RunId id, Heartbeat heartbeat) {
    CampaignRun run = new CampaignRun(id, actors, callsEach, heartbeat);
    long start = System.nanoTime();
    double needlessTimeouts = 0;
    try {
      Tally tally = run.run();
      needlessTimeouts = tally.needlessTimeouts();
      ended(run, tally, (System.nanoTime() - start) / 1_000_000);
    } catch (IOException | InterruptedException | RuntimeException | Error mistake) {
      add(new Violation(id, -1, "the campaign itself failed: " + mistake, ""));
    } finally {
      pace.ended(id.patience(), needlessTimeouts);
    }
  }

  private synchronized void ended(CampaignRun run, Tally tally, long millis) {
    report.accept("%s; %d ms, %s".formatted(run, millis, tally.endings()));
    tally.violations().forEach(this::add);
    tally.endings().forEach((ending, count) -> endings.merge(ending, count, Integer::sum));
    tally.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
  }

  private synchronized void add(Violation violation) {
    report.accept(violation.line());
    violations.add(violation);
  }

  /** How many calls ended how. */
  synchronized Map<String, Integer> endings() {
    return endings;
  }

  /** How many attempts met which fault. */
  synchronized Map<Fault, Integer> faults() {
    return faults;
  }

  /** The kinds of violations, with how many there were of each and the run of the first. */
  synchronized List<String> kinds() {
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
