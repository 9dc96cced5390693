package dev.roster.internal;

import dev.roster.CallPriority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Processes with threads that call a {@link SimulatedService} through the real {@link Pacer}, as
 * discrete events in virtual time. Every run with the same seed is the same.
 */
final class PacingSimulation {

  private static final long MILLISECOND = 1_000_000;

  private final SimulatedService service;
  private final Random random;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final List<SimulatedProcess> processes = new ArrayList<>();
  private Duration shortest = Duration.ofNanos(200_000);
  private Duration longest = Duration.ofMillis(1);
  private Duration retryAfter = Duration.ZERO;
  private long now;
  private long scheduled;
  private int sent;
  private int throttled;

  private record Event(long at, long number, Runnable action) {}

  PacingSimulation(SimulatedService service, long seed) {
    this.service = service;
    this.random = new Random(seed);
  }

  /** Sets how long a request and its reply take together: evenly spread between the two. */
  PacingSimulation roundTrips(Duration least, Duration most) {
    shortest = least;
    longest = most;
    return this;
  }

  PacingSimulation hints(Duration hint) {
    retryAfter = hint;
    return this;
  }

  /** Adds a process that starts some time after the beginning. */
  SimulatedProcess process(Supplier<RateLaw> law, int threads, int calls, Duration start) {
    SimulatedProcess process = new SimulatedProcess(this, new Pacer(law.get(), infinite()), calls);
    processes.add(process);
    for (int thread = 0; thread < threads; thread++) {
      long jitter = (long) (random.nextDouble() * MILLISECOND);
      at(start.toNanos() + jitter, () -> process.begin(CallPriority.BULK));
    }
    return process;
  }

  private static double infinite() {
    return Double.POSITIVE_INFINITY;
  }

  PacingSimulation run() {
    return run(Duration.ofDays(1));
  }

  PacingSimulation run(Duration until) {
    for (Event next = events.poll();
        next != null && next.at() <= until.toNanos();
        next = events.poll()) {
      now = next.at();
      next.action().run();
    }
    return this;
  }

  void at(long nanos, Runnable action) {
    events.add(new Event(Math.max(nanos, now), scheduled++, action));
  }

  long now() {
    return now;
  }

  Duration retryAfter() {
    return retryAfter;
  }

  long halfRoundTrip() {
    double spread = random.nextDouble() * (longest.toNanos() - shortest.toNanos());
    return (long) ((shortest.toNanos() + spread) / 2);
  }

  boolean serve() {
    sent++;
    boolean accepted = service.accepts(now);
    throttled += accepted ? 0 : 1;
    return accepted;
  }

  int accepted() {
    return sent - throttled;
  }

  /** Throttled replies among all, in percent. */
  double throttledPercent() {
    return 100.0 * throttled / sent;
  }

  double wallSeconds() {
    return processes.stream().mapToDouble(SimulatedProcess::seconds).max().orElseThrow();
  }

  /** How much longer the run took than the least possible. */
  double wallRatio(double rate) {
    int calls = processes.stream().mapToInt(SimulatedProcess::done).sum();
    return wallSeconds() / ((calls - service.burst()) / rate);
  }

  double slowestSeconds() {
    return processes.stream().mapToDouble(SimulatedProcess::slowestSeconds).max().orElseThrow();
  }

  /** Jain's index of the rates that the processes got: 1 is equal shares. */
  double fairness() {
    double sum = 0;
    double squares = 0;
    for (SimulatedProcess process : processes) {
      double rate = process.done() / process.seconds();
      sum += rate;
      squares += rate * rate;
    }
    return sum * sum / (processes.size() * squares);
  }
}
