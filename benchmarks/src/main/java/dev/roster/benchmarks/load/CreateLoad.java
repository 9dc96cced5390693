package dev.roster.benchmarks.load;

import dev.roster.benchmarks.client.BenchmarkedClient;
import dev.roster.benchmarks.client.ClientKind;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Creates memberships in several threads, each call when the one before has ended. */
public final class CreateLoad {

  private CreateLoad() {}

  /** Arguments: client, endpoint, threads, calls. */
  public static void main(String[] arguments) throws Exception {
    ClientKind kind = ClientKind.of(arguments[0]);
    try (BenchmarkedClient client = kind.open(URI.create(arguments[1]))) {
      client.create(0);
      StartSignal.await();
      run(client, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])).figures().print();
    }
    // One of the SDKs leaves threads behind that would keep this process for a minute.
    System.exit(0);
  }

  private static Tally run(BenchmarkedClient client, int threads, int calls)
      throws InterruptedException {
    Tally tally = new Tally();
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Runnable> loops =
        Stream.generate(() -> loop(client, calls, next, tally)).limit(threads).toList();
    loops.forEach(pool::execute);
    awaitEnd(pool);
    return tally;
  }

  private static void awaitEnd(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
      throw new IllegalStateException("the load did not end within an hour");
    }
  }

  private static Runnable loop(
      BenchmarkedClient client, int calls, AtomicInteger next, Tally tally) {
    return () -> {
      for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
        create(client, number, tally);
      }
    };
  }

  private static void create(BenchmarkedClient client, int number, Tally tally) {
    long began = System.nanoTime();
    try {
      client.create(number);
      tally.done(began);
    } catch (Exception failure) {
      tally.failed(began, failure);
    }
  }
}
