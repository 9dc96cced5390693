package dev.roster.internal.pacing;

import dev.roster.CallPriority;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** One process: callers that make calls, and retry as the real loop does. */
final class SimulatedProcess {

  private final PacingSimulation simulation;
  private final SimulatedLimiter limiter;
  private final double response;
  private final IdentityHashMap<SimulatedLimiter.Place, Call> sleeping = new IdentityHashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final Longs accepted = new Longs();
  private final Longs requests = new Longs();
  private double deadline = 300;
  private int coldRequests;
  private double coldResponse;
  private double lateness;
  private int left = Integer.MAX_VALUE;
  private long stopsAt = Long.MAX_VALUE;
  private long restsFrom = Long.MAX_VALUE;
  private long restsTo = Long.MAX_VALUE;
  private int throttled;
  private int done;
  private int failed;
  private long first = -1;
  private long last;
  private long slowest;

  SimulatedProcess(PacingSimulation simulation, SimulatedLimiter limiter, double response) {
    this.simulation = simulation;
    this.limiter = limiter;
    this.response = response;
  }

  /** A list of numbers that does not box them. */
  static final class Longs {
    private long[] values = new long[64];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = java.util.Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    long get(int index) {
      return values[index];
    }

    int between(long from, long to) {
      int count = 0;
      for (int i = 0; i < size; i++) {
        count += values[i] >= from && values[i] < to ? 1 : 0;
      }
      return count;
    }
  }

  /** A call of the application. */
  final class Call {
    private final SimulatedLimiter.Place place;
    private final long start;
    private final long deadline;
    private final Runnable then;
    private int attempts;
    private int throttles;
    private long wakeUp;
    private boolean ended;
    private boolean lost;

    Call(SimulatedLimiter.Place place, Runnable then) {
      this.place = place;
      this.then = then;
      this.start = simulation.now();
      this.deadline = start + PacingSimulation.nanos(SimulatedProcess.this.deadline);
    }

    long start() {
      return start;
    }

    long deadline() {
      return deadline;
    }

    boolean isLost() {
      return lost;
    }
  }

  SimulatedProcess deadline(double seconds) {
    deadline = seconds;
    return this;
  }

  /** The first requests take longer: connections are opened and classes are compiled. */
  SimulatedProcess cold(int count, double responseSeconds) {
    coldRequests = count;
    coldResponse = responseSeconds;
    return this;
  }

  /** Sleeps end late, by up to twice so much. */
  SimulatedProcess late(double seconds) {
    lateness = seconds;
    return this;
  }

  SimulatedProcess calls(int count) {
    left = count;
    return this;
  }

  SimulatedProcess stopsAt(double seconds) {
    stopsAt = PacingSimulation.nanos(seconds);
    return this;
  }

  SimulatedProcess rests(double from, double to) {
    restsFrom = PacingSimulation.nanos(from);
    restsTo = PacingSimulation.nanos(to);
    return this;
  }

  /** Threads that make one call after the other. */
  SimulatedProcess threads(int count, double start) {
    for (int thread = 0; thread < count; thread++) {
      simulation.at(jittered(start), this::loop);
    }
    return this;
  }

  private long jittered(double start) {
    return PacingSimulation.nanos(start + 0.001 * simulation.random().nextDouble());
  }

  private void loop() {
    if (!isResting(this::loop)) {
      begin(CallPriority.BULK, this::loop);
    }
  }

  /** Calls that come whatever becomes of those before. */
  SimulatedProcess every(double seconds, int atOnce, double start) {
    simulation.at(jittered(start), () -> tick(PacingSimulation.nanos(seconds), atOnce));
    return this;
  }

  private void tick(long period, int atOnce) {
    if (isResting(() -> tick(period, atOnce))) {
      return;
    }
    for (int call = 0; call < atOnce; call++) {
      begin(CallPriority.INTERACTIVE, () -> {});
    }
    simulation.at(simulation.now() + period, () -> tick(period, atOnce));
  }

  private boolean isResting(Runnable again) {
    long now = simulation.now();
    if (now >= stopsAt || left == 0) {
      return true;
    }
    if (now >= restsFrom && now < restsTo) {
      simulation.at(restsTo, again);
      return true;
    }
    return false;
  }

  void begin(CallPriority priority, Runnable then) {
    left--;
    first = first < 0 ? simulation.now() : first;
    Call call = new Call(limiter.place(priority), then);
    calls.add(call);
    ask(call);
  }

  private void ask(Call call) {
    if (call.ended) {
      return;
    }
    sleeping.remove(call.place);
    long now = simulation.now();
    if (now >= call.deadline) {
      fail(call);
    } else {
      long wait = call.place.ask(now);
      if (wait == 0) {
        send(call);
      } else if (limiter.refusesEarly() && now + wait > call.deadline) {
        fail(call);
      } else {
        sleep(call, Math.min(wait, call.deadline - now));
      }
    }
    wakeHead();
  }

  private void fail(Call call) {
    call.place.leave(simulation.now());
    call.lost = call.attempts == 0;
    failed++;
    end(call);
  }

  private void end(Call call) {
    call.ended = true;
    last = simulation.now();
    call.then.run();
  }

  private void sleep(Call call, long nanos) {
    long wakeUp = ++call.wakeUp;
    sleeping.put(call.place, call);
    simulation.at(
        simulation.now() + nanos + late(),
        () -> {
          if (call.wakeUp == wakeUp) {
            ask(call);
          }
        });
  }

  private long late() {
    return lateness == 0
        ? 0
        : PacingSimulation.nanos(2 * lateness * simulation.random().nextDouble());
  }

  private void wakeHead() {
    SimulatedLimiter.Place head = limiter.head();
    if (head != null && head.isWoken()) {
      Call call = sleeping.remove(head);
      if (call != null) {
        call.wakeUp++;
        simulation.at(simulation.now() + late(), () -> ask(call));
      }
    }
  }

  private void send(Call call) {
    call.attempts++;
    requests.add(simulation.now());
    long half = halfOfResponse(requests.size() <= coldRequests ? coldResponse : response);
    simulation.at(
        simulation.now() + half,
        () -> {
          boolean taken = simulation.serve();
          if (taken) {
            accepted.add(simulation.now());
          } else {
            throttled++;
          }
          simulation.at(simulation.now() + half, () -> responded(call, taken));
        });
  }

  /** Half a response time, give or take a fifth. */
  private long halfOfResponse(double seconds) {
    return PacingSimulation.nanos(seconds / 2 * (0.8 + 0.4 * simulation.random().nextDouble()));
  }

  private void responded(Call call, boolean taken) {
    long now = simulation.now();
    call.place.ended(taken, taken ? 0 : simulation.hint(), now);
    wakeHead();
    if (taken) {
      done++;
      slowest = Math.max(slowest, now - call.start);
      end(call);
      return;
    }
    call.throttles++;
    double backOff = limiter.backOff(call.throttles, simulation.random().nextDouble());
    long wait = Math.max(simulation.hint(), PacingSimulation.nanos(backOff));
    if (now + simulation.hint() >= call.deadline) {
      failed++;
      end(call);
    } else {
      simulation.at(now + wait, () -> ask(call));
    }
  }

  List<Call> calls() {
    return calls;
  }

  Longs accepted() {
    return accepted;
  }

  Longs requests() {
    return requests;
  }

  int acceptedBetween(double from, double to) {
    return accepted.between(PacingSimulation.nanos(from), PacingSimulation.nanos(to));
  }

  int throttled() {
    return throttled;
  }

  int done() {
    return done;
  }

  int failed() {
    return failed;
  }

  double seconds() {
    return (last - first) / 1e9;
  }

  double endSeconds() {
    return last / 1e9;
  }

  double slowestSeconds() {
    return slowest / 1e9;
  }
}
