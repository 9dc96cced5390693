package dev.roster.internal.pacing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Processes that call a {@link SimulatedService} through their limiters, as discrete events in
 * virtual time. Every run with the same seed is the same.
 */
final class PacingSimulation {

  static final long SECOND = 1_000_000_000L;

  private final SimulatedService service;
  private final Random random;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final List<SimulatedProcess> processes = new ArrayList<>();
  private double unluckyShare;
  private long unluckyFrom;
  private long hint;
  private long now;
  private long scheduled;

  private record Event(long at, long number, Runnable action) implements Comparable<Event> {

    /** By hand, because most of a simulation's time is spent here. */
    @Override
    public int compareTo(Event other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }
  }

  PacingSimulation(SimulatedService service, long seed) {
    this.service = service;
    this.random = new Random(seed);
  }

  /** Throttles a share of the calls at random, from a time on. */
  PacingSimulation unlucky(double share, double fromSeconds) {
    unluckyShare = share;
    unluckyFrom = nanos(fromSeconds);
    return this;
  }

  /** What the service asks a throttled call to wait. */
  PacingSimulation hints(double seconds) {
    hint = nanos(seconds);
    return this;
  }

  SimulatedProcess process(SimulatedLimiter limiter, double responseSeconds) {
    SimulatedProcess process = new SimulatedProcess(this, limiter, responseSeconds);
    processes.add(process);
    return process;
  }

  PacingSimulation run(double untilSeconds) {
    long until = nanos(untilSeconds);
    while (!events.isEmpty() && events.peek().at() <= until) {
      Event next = events.poll();
      now = next.at();
      next.action().run();
    }
    return this;
  }

  /** Runs until all are done. */
  PacingSimulation run() {
    return run(1e6);
  }

  void at(long nanos, Runnable action) {
    events.add(new Event(Math.max(nanos, now), scheduled++, action));
  }

  long now() {
    return now;
  }

  long hint() {
    return hint;
  }

  Random random() {
    return random;
  }

  List<SimulatedProcess> processes() {
    return processes;
  }

  SimulatedService service() {
    return service;
  }

  boolean serve() {
    return service.accepts(now, random, now >= unluckyFrom ? unluckyShare : 0);
  }

  static long nanos(double seconds) {
    return (long) (seconds * SECOND);
  }

  int accepted() {
    return processes.stream().mapToInt(process -> process.accepted().size()).sum();
  }

  /** Throttled responses among all, in percent. */
  double throttledPercent() {
    int throttled = processes.stream().mapToInt(SimulatedProcess::throttled).sum();
    return 100.0 * throttled / (throttled + accepted());
  }

  int acceptedBetween(double from, double to) {
    return processes.stream().mapToInt(process -> process.acceptedBetween(from, to)).sum();
  }

  /** Jain's index of what processes had accepted between two times: 1 is equal shares. */
  static double fairness(List<SimulatedProcess> among, double from, double to) {
    double sum = 0;
    double squares = 0;
    for (SimulatedProcess process : among) {
      double count = process.acceptedBetween(from, to);
      sum += count;
      squares += count * count;
    }
    return squares == 0 ? 0 : sum * sum / (among.size() * squares);
  }

  /**
   * The calls that ended without a request although an oracle, which knows the bucket and serves
   * all calls in the order in which they came, would have served them and those before them in
   * time.
   *
   * @param exceptFrom calls that were waiting at this time or later are excepted
   * @param exceptTo unless they came after this time
   */
  long lost(double exceptFrom, double exceptTo) {
    SimulatedService oracle = service.anew();
    List<SimulatedProcess.Call> calls = new ArrayList<>();
    processes.forEach(process -> calls.addAll(process.calls()));
    calls.sort(Comparator.comparingLong(SimulatedProcess.Call::start));
    long at = 0;
    long overloadedUntil = 0;
    long lost = 0;
    for (SimulatedProcess.Call call : calls) {
      long next = oracle.next(Math.max(at, call.start()));
      boolean excepted = call.deadline() >= nanos(exceptFrom) && call.start() <= nanos(exceptTo);
      if (next >= call.deadline()) {
        overloadedUntil = call.deadline();
      } else if (oracle.takes(next)) {
        at = next;
        boolean counts = call.start() >= overloadedUntil && !excepted;
        lost += call.isLost() && counts ? 1 : 0;
      }
    }
    return lost;
  }

  long calls() {
    return processes.stream().mapToLong(process -> process.calls().size()).sum();
  }
}
