package dev.roster.cli.commands.tools;

import dev.roster.IdentityStoreId;
import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.configuration.VariableDefaults;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Results;
import dev.roster.cli.session.RosterCommand;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorBuilder;
import dev.roster.memory.MemoryIdentityStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a local server that speaks both clouds' protocols. */
@Command(
    name = "emulator",
    description = {
      "Runs a local server that speaks the protocols of both clouds.",
      "It prints what to export, then the line \"ready\", and runs until it is stopped."
    },
    footer = {"", "Example:", "  roster emulator --seed team.json"})
public final class EmulatorCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "PORT", description = "0 picks one; default: 8080")
  private int port = 8080;

  @Option(
      names = "--store",
      paramLabel = "ID",
      split = VariableDefaults.SPLIT,
      hideParamSyntax = true,
      description = "a store; may be given again")
  private List<String> stores = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "FILE", description = "what the stores hold at first")
  private @Nullable Path seed;

  @Option(
      names = "--throttle",
      paramLabel = "RATE",
      description = "how many requests a second are handled; default: all")
  private @Nullable Double throttle;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RosterCommand root = StoreCommand.root(Objects.requireNonNull(spec, "picocli sets it"));
    Results results = Session.results(root);
    try (Emulator emulator = start()) {
      announce(emulator, results);
      new CountDownLatch(1).await();
      return ExitCode.DONE;
    } catch (InterruptedException stopped) {
      return root.stop().exitCode().orElse(ExitCode.INTERRUPTED);
    }
  }

  private Emulator start() throws IOException {
    try {
      return builder().start();
    } catch (IllegalArgumentException | UncheckedIOException unusable) {
      throw new UsageException(String.valueOf(unusable.getMessage()));
    }
  }

  private EmulatorBuilder builder() throws IOException {
    EmulatorBuilder builder = Emulator.builder().port(port).exposeState();
    stores.forEach(id -> builder.store(new MemoryIdentityStore(new IdentityStoreId(id))));
    if (throttle != null) {
      builder.throttle(throttle);
    }
    if (seed != null) {
      builder.seed(seed);
    }
    return builder;
  }

  private static void announce(Emulator emulator, Results results) {
    results.line("# One of the two, in another shell:");
    results.line("export ROSTER_URI='%s'".formatted(emulator.awsUri()));
    results.line("export ROSTER_URI='%s'".formatted(emulator.huaweiUri()));
    announce(emulator.key(), results);
    results.line("ready");
  }

  private static void announce(AccessKey key, Results results) {
    results.line("# With the keys of this emulator, which open nothing else:");
    results.line("export AWS_ACCESS_KEY_ID=" + key.id());
    results.line("export AWS_SECRET_ACCESS_KEY=" + key.secret());
    results.line("export HUAWEICLOUD_SDK_AK=" + key.id());
    results.line("export HUAWEICLOUD_SDK_SK=" + key.secret());
  }
}
