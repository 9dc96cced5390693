package dev.roster.cli.commands;

import dev.roster.cli.terminal.StopRequest;
import dev.roster.cli.terminal.Surroundings;
import dev.roster.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What one run of the program wrote, and its exit code. */
public record Run(int exitCode, String out, String err) {

  /** Everything that was written. */
  public String all() {
    return out + err;
  }

  /** Runs of the program in this process, with an environment of their own. */
  public static final class Shell {

    private final Map<String, String> environment = new HashMap<>();
    private Terminal terminal = Terminal.NONE;
    private InputStream answers = InputStream.nullInputStream();
    private ByteArrayOutputStream results = new ByteArrayOutputStream();
    private Function<StopRequest, StopRequest> stop = request -> request;

    public Shell(Map<String, String> environment) {
      this.environment.putAll(environment);
    }

    public Shell with(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    public Shell on(Terminal seen) {
      this.terminal = seen;
      return this;
    }

    public Shell answering(String text) {
      return answering(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    public Shell answering(InputStream stream) {
      this.answers = stream;
      return this;
    }

    public Shell stoppedBy(Function<StopRequest, StopRequest> wrapped) {
      this.stop = wrapped;
      return this;
    }

    /** Whoever read the results has left. */
    public Shell withoutReader() {
      this.results = new Failing("Broken pipe");
      return this;
    }

    /** Results go to a file on a disk without room. */
    public Shell ontoAFullDisk() {
      this.results = new Failing("No space left on device");
      return this;
    }

    public Run run(String... arguments) {
      results.reset();
      ByteArrayOutputStream out = results;
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Surroundings surroundings = new Surroundings(environment, answers, out, err, terminal);
      StopRequest request = stop.apply(new StopRequest(Thread.currentThread(), () -> {}));
      int exitCode = Program.run(surroundings, request, arguments);
      return new Run(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }

  /** A pipe whose other end is closed, for example. */
  private static final class Failing extends ByteArrayOutputStream {

    private final String reason;

    Failing(String reason) {
      this.reason = reason;
    }

    @Override
    public void flush() throws IOException {
      throw new IOException(reason);
    }
  }
}
