package dev.roster.micrometer;

import com.sun.management.ThreadMXBean;
import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.ClientMethod;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.emulator.Emulator;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What observing costs, in relation to a call over loopback. A program and no test: run its main
 * method with the test class path, on an idle machine. {@code docs/observing.md} has its figures.
 *
 * <p>Two ways, because the difference is smaller than what a call varies by. One times the events
 * of a call alone, by the processor time of the thread: with all of Micrometer's timers, without
 * those of what is under way, and without any. The other times calls of a client that is observed
 * and of two that are not, which take turns: what the two differ by, means nothing.
 */
final class ObservationCost {

  private static final int ROUNDS = 40;
  private static final int CALLS = 250;
  private static final int EVENTS = 200_000;

  /** The core makes these in any case. */
  private static final CallInfo CALL =
      CallInfo.builder("memory", new IdentityStoreId("s"), ClientMethod.IS_MEMBER)
          .callId(12_345)
          .build();

  private static final AttemptInfo ATTEMPT = AttemptInfo.of(CALL, Operation.IS_MEMBER_IN_GROUPS, 1);

  private static final AttemptResult RESULT =
      AttemptResult.succeeded(Duration.ofMillis(1))
          .withRequestId("r-1")
          .withServer("localhost", 443)
          .withHttpStatus(200);

  private ObservationCost() {}

  /** Prints a line for each cloud. */
  public static void main(String[] arguments) {
    double events = 0;
    for (Timers timers : Timers.values()) {
      Cost cost = costOfEvents(timers, 10, EVENTS);
      events = timers == Timers.ALL ? cost.micros() : events;
      System.out.printf(
          Locale.ROOT, "%s: %.2f us, %.0f bytes%n", timers, cost.micros(), cost.bytes());
    }
    for (OverTheWireTest.Cloud cloud : OverTheWireTest.Cloud.values()) {
      measure(cloud, events);
    }
  }

  /** What the handler of observations does with them. */
  enum Timers {
    /** As Spring Boot sets it up. */
    ALL,

    NONE_UNDER_WAY,

    /** What is left is this library and Micrometer's observations. */
    NONE;

    ObservationRegistry registry() {
      ObservationRegistry registry = ObservationRegistry.create();
      registry.observationConfig().observationHandler(handler());
      return registry;
    }

    private ObservationHandler<Observation.Context> handler() {
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      return switch (this) {
        case ALL -> new DefaultMeterObservationHandler(meters);
        case NONE_UNDER_WAY ->
            new DefaultMeterObservationHandler(meters, IgnoredMeters.LONG_TASK_TIMER);
        case NONE -> everything -> true;
      };
    }
  }

  /**
   * What the events of a call cost.
   *
   * @param micros processor time
   * @param bytes what is allocated
   */
  record Cost(double micros, double bytes) {}

  /** The cost in the last of some rounds. */
  static Cost costOfEvents(Timers timers, int rounds, int calls) {
    CallListener listener = RosterObservations.of(timers.registry());
    Cost cost = new Cost(0, 0);
    for (int round = 0; round < rounds; round++) {
      cost = costOfRound(listener, calls);
    }
    return cost;
  }

  private static Cost costOfRound(CallListener listener, int calls) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = thread.getCurrentThreadAllocatedBytes();
    long start = thread.getCurrentThreadCpuTime();
    for (int call = 0; call < calls; call++) {
      oneCall(listener);
    }
    double micros = (thread.getCurrentThreadCpuTime() - start) / 1e3 / calls;
    return new Cost(micros, (double) (thread.getCurrentThreadAllocatedBytes() - bytes) / calls);
  }

  private static void oneCall(CallListener listener) {
    listener.operationStarted(CALL);
    listener.attemptStarted(ATTEMPT);
    listener.attemptSucceeded(ATTEMPT, RESULT);
    listener.operationSucceeded(CALL, 1, RESULT.elapsed());
  }

  private static void measure(OverTheWireTest.Cloud cloud, double events) {
    try (Emulator emulator = Emulator.start();
        RosterClient plain = RosterClient.builder(cloud.driver(emulator)).build();
        RosterClient observed =
            RosterClient.builder(cloud.driver(emulator))
                .listener(RosterObservations.of(Timers.ALL.registry()))
                .build();
        RosterClient alsoPlain = RosterClient.builder(cloud.driver(emulator)).build()) {
      GroupId group = emulator.store().addGroup();
      UserId user = emulator.store().addUser();
      double[] without = new double[ROUNDS];
      double[] with = new double[ROUNDS];
      double[] again = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        without[round] = medianMicros(plain, user, group);
        with[round] = medianMicros(observed, user, group);
        again[round] = medianMicros(alsoPlain, user, group);
      }
      print(cloud, events, later(without), later(with), later(again));
    }
  }

  private static double medianMicros(RosterClient client, UserId user, GroupId group) {
    double[] micros = new double[CALLS];
    for (int call = 0; call < CALLS; call++) {
      long start = System.nanoTime();
      boolean unused = client.isMember(user, group);
      micros[call] = (System.nanoTime() - start) / 1e3;
    }
    return median(micros);
  }

  /** The rounds after those in which the JVM compiles. */
  private static double later(double[] rounds) {
    return median(Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(
      OverTheWireTest.Cloud cloud, double events, double without, double with, double again) {
    System.out.printf(
        Locale.ROOT,
        "%s: events %.2f us of a call of %.0f us: %.2f %%; observed %+.1f %%, not observed %+.1f"
            + " %%%n",
        cloud,
        events,
        without,
        100 * events / without,
        100 * (with / without - 1),
        100 * (again / without - 1));
  }
}
