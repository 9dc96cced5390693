package dev.roster.benchmarks.run;

import dev.roster.benchmarks.load.Figures;
import dev.roster.benchmarks.load.StartSignal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;

/** A load in a process of its own. */
final class Load implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  Load(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Waits until the process could begin. */
  Load ready() throws IOException {
    String line = output.readLine();
    if (!StartSignal.READY.equals(line)) {
      throw new IOException("a load did not get ready, see the logs in benchmarks/target: " + line);
    }
    return this;
  }

  /** Lets it begin. */
  void begin() throws IOException {
    OutputStream input = process.getOutputStream();
    input.write('\n');
    input.flush();
  }

  /** Waits for its end. */
  Figures figures() throws InterruptedException {
    Figures figures = Figures.parse(output.lines().collect(Collectors.joining("\n")));
    if (process.waitFor() != 0) {
      throw new IllegalStateException("a load failed, see the logs in benchmarks/target");
    }
    return figures;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
