package dev.roster.benchmarks.load;

import dev.roster.benchmarks.client.BenchmarkedClient;
import dev.roster.benchmarks.client.ClientKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes one call in a fresh process, and tells how much memory the process took at most. */
public final class FirstResponse {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private FirstResponse() {}

  /** Arguments: client, endpoint. */
  public static void main(String[] arguments) throws Exception {
    try (BenchmarkedClient client = ClientKind.of(arguments[0]).open(URI.create(arguments[1]))) {
      client.create(0);
      System.out.println(StartSignal.READY);
      new Figures().with("peakKibibytes", peakKibibytes()).print();
    }
  }

  /** From the operating system; Linux only. */
  private static String peakKibibytes() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.replaceAll("\\D", ""))
        .findFirst()
        .orElseThrow();
  }
}
