package dev.roster.benchmarks.load;

import dev.roster.benchmarks.client.BenchmarkedClient;
import dev.roster.benchmarks.client.ClientKind;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Lists a group for a consumer that takes some time for each page. */
public final class ListingLoad {

  private ListingLoad() {}

  /** Arguments: client, endpoint, milliseconds that the consumer takes for a page. */
  public static void main(String[] arguments) throws Exception {
    ClientKind kind = ClientKind.of(arguments[0]);
    long millis = Long.parseLong(arguments[2]);
    try (BenchmarkedClient client = kind.open(URI.create(arguments[1]))) {
      client.create(0);
      StartSignal.await();
      list(client, millis).print();
    }
  }

  private static Figures list(BenchmarkedClient client, long millis) throws Exception {
    long start = System.nanoTime();
    int members = client.list(() -> consume(millis));
    return new Figures()
        .with("wallSeconds", (System.nanoTime() - start) / 1e9)
        .with("members", members);
  }

  private static void consume(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
