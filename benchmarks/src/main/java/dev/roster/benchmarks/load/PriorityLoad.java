package dev.roster.benchmarks.load;

import dev.roster.benchmarks.client.ClientKind;
import dev.roster.benchmarks.client.RosterMemberships;
import dev.roster.bulk.BulkMemberships;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a call now and then while bulk work of the same client runs at the limit. */
public final class PriorityLoad {

  private static final int CONCURRENCY = 16;
  private static final int MORE_THAN_CAN_BE_DONE = 1_000_000;
  private static final long SECONDS_TO_FIND_THE_LIMIT = 10;
  private static final long MILLIS_BETWEEN_CALLS = 300;

  private PriorityLoad() {}

  /** Arguments: client, endpoint, interactive calls. */
  public static void main(String[] arguments) throws Exception {
    ClientKind kind = ClientKind.of(arguments[0]);
    try (RosterMemberships client = (RosterMemberships) kind.open(URI.create(arguments[1]))) {
      client.create(0);
      StartSignal.await();
      List<Long> micros = besideBulk(client, Integer.parseInt(arguments[2]));
      new Figures().with("waitMicros", micros).print();
    }
  }

  private static List<Long> besideBulk(RosterMemberships client, int calls) throws Exception {
    Thread bulk = new Thread(() -> bulk(client), "bulk");
    bulk.start();
    TimeUnit.SECONDS.sleep(SECONDS_TO_FIND_THE_LIMIT);
    List<Long> micros = interactive(client, calls);
    bulk.interrupt();
    bulk.join();
    return micros;
  }

  private static void bulk(RosterMemberships client) {
    BulkMemberships.of(client.memberships())
        .withConcurrency(CONCURRENCY)
        .add(BulkLoad.members(MORE_THAN_CAN_BE_DONE), outcome -> {});
  }

  private static List<Long> interactive(RosterMemberships client, int calls) throws Exception {
    List<Long> micros = new ArrayList<>();
    for (int number = 0; number < calls; number++) {
      TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_CALLS);
      long began = System.nanoTime();
      client.create(number);
      micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
    }
    return micros;
  }
}
