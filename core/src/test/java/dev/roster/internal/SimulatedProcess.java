package dev.roster.internal;

import dev.roster.CallPriority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One process: threads that make one call after the other, and repeat as the real loop does. */
final class SimulatedProcess {

  private final PacingSimulation simulation;
  private final Pacer pacer;
  private final Map<Call, Long> sleeping = new LinkedHashMap<>();
  private final List<Double> interactiveWaits = new ArrayList<>();
  private int left;
  private int done;
  private long first = -1;
  private long last;
  private long slowest;
  private long wakeUps;

  SimulatedProcess(PacingSimulation simulation, Pacer pacer, int calls) {
    this.simulation = simulation;
    this.pacer = pacer;
    this.left = calls;
  }

  /** A thread's next call, if there is one. */
  void begin(CallPriority priority) {
    if (left == 0) {
      return;
    }
    left--;
    first = first < 0 ? simulation.now() : first;
    ask(new Call(pacer.turn(priority), simulation.now(), true));
  }

  /** One more call, by somebody who makes no others. */
  void callOnce(CallPriority priority) {
    ask(new Call(pacer.turn(priority), simulation.now(), false));
  }

  private record Call(Turn turn, long start, boolean inLoop) {}

  private void ask(Call call) {
    sleeping.remove(call);
    long wait = call.turn().ask(simulation.now()).toNanos();
    if (wait > 0) {
      sleep(call, wait);
    } else {
      send(call);
    }
    wakeThoseWhoseAlarmIsOpen();
  }

  private void sleep(Call call, long nanos) {
    long wakeUp = ++wakeUps;
    sleeping.put(call, wakeUp);
    simulation.at(simulation.now() + nanos, () -> wake(call, wakeUp));
  }

  private void wake(Call call, long wakeUp) {
    if (Long.valueOf(wakeUp).equals(sleeping.get(call))) {
      ask(call);
    }
  }

  private void wakeThoseWhoseAlarmIsOpen() {
    for (Call call : List.copyOf(sleeping.keySet())) {
      if (call.turn().alarm().getCount() == 0) {
        sleeping.remove(call);
        simulation.at(simulation.now(), () -> ask(call));
      }
    }
  }

  private void send(Call call) {
    simulation.at(
        simulation.now() + simulation.halfRoundTrip(),
        () -> {
          boolean accepted = simulation.serve();
          simulation.at(
              simulation.now() + simulation.halfRoundTrip(), () -> answered(call, accepted));
        });
  }

  private void answered(Call call, boolean accepted) {
    TurnResult result = accepted ? TurnResult.ACCEPTED : TurnResult.THROTTLED;
    Duration hint = accepted ? Duration.ZERO : simulation.retryAfter();
    call.turn().ended(result, hint, simulation.now());
    wakeThoseWhoseAlarmIsOpen();
    if (!accepted) {
      simulation.at(simulation.now() + hint.toNanos(), () -> ask(call));
      return;
    }
    finished(call);
  }

  private void finished(Call call) {
    long elapsed = simulation.now() - call.start();
    if (!call.inLoop()) {
      interactiveWaits.add(elapsed / 1e9);
      return;
    }
    done++;
    last = simulation.now();
    slowest = Math.max(slowest, elapsed);
    begin(CallPriority.BULK);
  }

  int done() {
    return done;
  }

  double seconds() {
    return (last - first) / 1e9;
  }

  double slowestSeconds() {
    return slowest / 1e9;
  }

  /** The times of the calls that were made once, in ascending order. */
  List<Double> singleCallSeconds() {
    return interactiveWaits.stream().sorted().toList();
  }
}
