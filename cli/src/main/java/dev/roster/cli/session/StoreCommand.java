package dev.roster.cli.session;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command on a store. */
public abstract class StoreCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public final Integer call() throws Exception {
    try (Session session = Session.open(root())) {
      return run(session);
    }
  }

  /**
   * Does it.
   *
   * @param session the run
   * @return the exit code
   * @throws Exception whatever ends the run; it is explained where the program ends
   */
  protected abstract int run(Session session) throws Exception;

  /** {@return the program with the options of all commands} */
  protected final RosterCommand root() {
    return root(Objects.requireNonNull(spec, "picocli sets it"));
  }

  /**
   * The program that a command belongs to.
   *
   * @param spec the command
   * @return the program with the options of all commands
   */
  public static RosterCommand root(CommandSpec spec) {
    return (RosterCommand) spec.root().userObject();
  }
}
