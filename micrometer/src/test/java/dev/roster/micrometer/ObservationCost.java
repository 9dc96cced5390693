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
import dev.roster.memory.Fault;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What observing costs, in relation to a call over loopback. A program and no test: run its main
 * method with the test class path, on an idle machine. {@code docs/observing.md} has its figures.
 *
 * <p>Two ways. One times the events of a call alone, by the processor time of the thread: with all
 * of Micrometer's timers, without those of what is under way, and without any. The other times
 * calls of a client that is observed and of two that are not, which take turns in an order that is
 * drawn for each: what the two differ by, means nothing. The server responds at once, or as late as
 * a service that is near.
 */
final class ObservationCost {

  private static final int CALLS = 15_000;
  private static final int LATE_CALLS = 2_000;
  private static final Duration LATE = Duration.ofMillis(5);
  private static final int EVENTS = 200_000;
  private static final long SEED = 1;

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

  /** Prints a line for the events of each kind of timers, and two for each cloud. */
  public static void main(String[] arguments) {
    for (Timers timers : Timers.values()) {
      Cost cost = costOfEvents(timers, 10, EVENTS);
      System.out.printf(
          Locale.ROOT, "%s: %.2f us, %.0f bytes%n", timers, cost.micros(), cost.bytes());
    }
    for (OverTheWireTest.Cloud cloud : OverTheWireTest.Cloud.values()) {
      measure(cloud);
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

  private static void measure(OverTheWireTest.Cloud cloud) {
    try (Emulator emulator = Emulator.start();
        RosterClient plain = RosterClient.builder(cloud.driver(emulator)).build();
        RosterClient observed =
            RosterClient.builder(cloud.driver(emulator))
                .listener(RosterObservations.of(Timers.ALL.registry()))
                .build();
        RosterClient alsoPlain = RosterClient.builder(cloud.driver(emulator)).build()) {
      GroupId group = emulator.store().addGroup();
      UserId user = emulator.store().addUser();
      List<RosterClient> clients = List.of(plain, observed, alsoPlain);
      print(cloud + " at once", takeTurns(clients, client -> client.isMember(user, group), CALLS));
      emulator.store().faults().onAnyOperation().always(Fault.delay(LATE));
      print(
          cloud + " after 5 ms",
          takeTurns(clients, client -> client.isMember(user, group), LATE_CALLS));
    }
  }

  /** The median of each client's calls, without the first half of them, while the JVM compiles. */
  private static double[] takeTurns(
      List<RosterClient> clients, Predicate<RosterClient> call, int calls) {
    double[][] micros = new double[clients.size()][calls];
    List<Integer> order = new ArrayList<>(IntStream.range(0, clients.size()).boxed().toList());
    Random random = new Random(SEED);
    for (int turn = 0; turn < calls; turn++) {
      Collections.shuffle(order, random);
      for (int client : order) {
        micros[client][turn] = micros(clients.get(client), call);
      }
    }
    return Stream.of(micros)
        .mapToDouble(each -> median(Arrays.copyOfRange(each, calls / 2, calls)))
        .toArray();
  }

  private static double micros(RosterClient client, Predicate<RosterClient> call) {
    long start = System.nanoTime();
    boolean unused = call.test(client);
    return (System.nanoTime() - start) / 1e3;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String responses, double[] micros) {
    double plain = micros[0];
    System.out.printf(
        Locale.ROOT,
        "%s: a call of %.0f us; observed %+.1f us (%+.2f %%), not observed %+.1f us (%+.2f %%)%n",
        responses,
        plain,
        micros[1] - plain,
        100 * (micros[1] / plain - 1),
        micros[2] - plain,
        100 * (micros[2] / plain - 1));
  }
}
