package dev.roster.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the program was started with. Tests give their own.
 *
 * @param environment the environment variables
 * @param in where answers come from
 * @param out where results go
 * @param err where everything else goes
 * @param terminal which of them a person sees
 */
public record Surroundings(
    Map<String, String> environment,
    InputStream in,
    OutputStream out,
    OutputStream err,
    Terminal terminal) {

  /** {@return those of this process} */
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.described(name -> System.getProperty(name)));
  }

  /**
   * An environment variable.
   *
   * @param name its name
   * @return empty where it is not set, or set to nothing
   */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * The same for a command that this program runs itself: all that is written goes to one place,
   * and the environment says no more of this program than is given.
   *
   * @param variables the variables of this program
   * @param written where results and notices go
   * @return new surroundings, without answers
   */
  public Surroundings forCommand(Map<String, String> variables, OutputStream written) {
    Map<String, String> all = new HashMap<>(environment);
    all.keySet().removeIf(name -> name.startsWith("ROSTER_"));
    all.putAll(variables);
    Terminal seen = new Terminal(false, terminal.out(), false, terminal.columns());
    return new Surroundings(all, InputStream.nullInputStream(), written, written, seen);
  }
}
