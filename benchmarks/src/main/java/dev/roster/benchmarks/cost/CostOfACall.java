package dev.roster.benchmarks.cost;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark of one client in a JVM of its own. */
public final class CostOfACall {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private CostOfACall() {}

  /** Arguments: client, endpoint, threads, benchmark, seconds to warm up, seconds to measure. */
  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results = new Runner(options(arguments)).run();
    RunResult result = results.iterator().next();
    double micros = result.getPrimaryResult().getScore();
    System.out.println("microsPerCall=" + micros);
    System.out.println("callsPerSecond=" + 1e6 * Integer.parseInt(arguments[2]) / micros);
    System.out.println("bytesPerCall=" + allocated(result));
  }

  private static Options options(String[] arguments) {
    return new OptionsBuilder()
        .include(CallBenchmark.class.getName() + "." + arguments[3] + "$")
        .param("kind", arguments[0])
        .param("endpoint", arguments[1])
        .threads(Integer.parseInt(arguments[2]))
        .forks(1)
        .warmupIterations(Integer.parseInt(arguments[4]))
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(Integer.parseInt(arguments[5]))
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static double allocated(RunResult result) {
    return result.getSecondaryResults().values().stream()
        .filter(secondary -> secondary.getLabel().endsWith(ALLOCATED))
        .mapToDouble(secondary -> secondary.getScore())
        .findFirst()
        .orElseThrow();
  }
}
