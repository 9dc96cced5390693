package dev.roster.cli.commands;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process, from its start script. */
final class ProcessRun {

  static final Path HOME = Path.of(System.getProperty("roster.home", "target/roster"));
  static final Path SCRIPT = HOME.resolve("bin/roster").toAbsolutePath();

  private static final long PATIENCE = 120;

  /** The bit of signal 2. */
  private static final long INTERRUPT = 1 << 1;

  private final Process process;
  private final Path out;
  private final Path err;

  private ProcessRun(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static ProcessRun start(Cloud cloud, String... arguments) {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return start(cloud, Map.of(), command);
  }

  static ProcessRun start(Cloud cloud, Map<String, String> more, List<String> command) {
    try {
      Path out = Files.createTempFile("roster", ".out");
      Path err = Files.createTempFile("roster", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("ROSTER_"));
      environment.put("ROSTER_URI", cloud.uri());
      environment.put("XDG_STATE_HOME", cloud.states().toString());
      environment.put("AWS_ACCESS_KEY_ID", Cloud.KEY.id());
      environment.put("AWS_SECRET_ACCESS_KEY", Cloud.SECRET);
      environment.putAll(more);
      return new ProcessRun(builder.start(), out, err);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends a signal by its name; the test is skipped where the program would not be told of it. */
  void signal(String name) throws Exception {
    if (name.equals("INT") && interruptsAreIgnored()) {
      process.destroyForcibly();
      abort("a shell started this build in its background, with interrupts ignored");
    }
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** Children inherit what is ignored, and nothing that Java starts can change it. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(ignored -> (ignored & INTERRUPT) != 0);
  }

  boolean endsWithin(long milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  Run end() throws Exception {
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the program does not end: " + text(out) + text(err));
    }
    Run run = new Run(process.exitValue(), text(out), text(err));
    Files.delete(out);
    Files.delete(err);
    return run;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
