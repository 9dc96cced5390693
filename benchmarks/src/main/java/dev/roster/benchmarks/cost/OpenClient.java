package dev.roster.benchmarks.cost;

import dev.roster.benchmarks.client.BenchmarkedClient;
import dev.roster.benchmarks.client.ClientKind;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The client that a benchmark measures, shared by its threads. */
@State(Scope.Benchmark)
public class OpenClient {

  /** Which client: the name of a {@link ClientKind}. */
  @Param({""})
  public String kind = "";

  /** The server. */
  @Param({""})
  public String endpoint = "";

  private @Nullable BenchmarkedClient client;

  /** Opens the client. */
  @Setup(Level.Trial)
  public void open() {
    client = ClientKind.of(kind).open(URI.create(endpoint));
  }

  BenchmarkedClient client() {
    if (client == null) {
      throw new IllegalStateException("the benchmark has not begun");
    }
    return client;
  }

  /** Closes the client. */
  @TearDown(Level.Trial)
  public void close() {
    client().close();
  }
}
