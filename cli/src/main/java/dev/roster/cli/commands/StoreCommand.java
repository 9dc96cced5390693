package dev.roster.cli.commands;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command on a store. */
abstract class StoreCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public final Integer call() throws Exception {
    try (Session session = Session.open(root())) {
      return run(session);
    }
  }

  /** Does it, and returns the exit code. */
  abstract int run(Session session) throws Exception;

  RosterCommand root() {
    return root(Objects.requireNonNull(spec, "picocli sets it"));
  }

  static RosterCommand root(CommandSpec spec) {
    return (RosterCommand) spec.root().userObject();
  }
}
