package dev.roster.benchmarks.cost;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One create, and one listing of a whole group. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {

  /** One create. */
  @Benchmark
  public void create(OpenClient open) throws Exception {
    open.client().create(1);
  }

  /** All pages of a group. */
  @Benchmark
  public int list(OpenClient open) throws Exception {
    return open.client().list(() -> {});
  }
}
