package dev.roster.emulator.internal.program;

import dev.roster.IdentityStoreId;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.EmulatorBuilder;
import dev.roster.emulator.RetryHint;
import dev.roster.memory.MemoryIdentityStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts an emulator, says where it is, and runs until it is stopped. */
@Command(
    name = "roster-emulator",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    description = {
      "A local server that speaks the identity store protocols of AWS and Huawei Cloud.",
      "It prints where it is and, when it can be reached, the line \"ready\"."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped, or nothing but help asked for",
      "2:an option, the seed or the address cannot be used",
      "143:stopped by SIGTERM"
    })
final class EmulatorProgram implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "PORT", description = "0 picks one; default: 8080")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "the address to listen on; default: 127.0.0.1")
  private String host = "127.0.0.1";

  @Option(
      names = "--store",
      paramLabel = "ID",
      converter = StoreIdConverter.class,
      description = "a store; may be given again; default: those of the seed, or d-1234567890")
  private List<IdentityStoreId> stores = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "ID:SECRET[:TOKEN]",
      converter = AccessKeyConverter.class,
      description = "a key pair to accept; may be given again; default: a made-up one")
  private List<AccessKey> keys = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "FILE", description = "what the stores hold at first")
  private @Nullable Path seed;

  @Option(
      names = "--dump",
      paramLabel = "FILE",
      description = "where to write what the stores hold at the end")
  private @Nullable Path dump;

  @Option(
      names = "--throttle",
      paramLabel = "RATE",
      description = "how many requests a second are handled; default: all")
  private @Nullable Double rate;

  @Option(
      names = "--burst",
      paramLabel = "COUNT",
      description = "how many are handled at once after a rest; default: a second's worth")
  private @Nullable Integer burst;

  @Option(
      names = "--retry-hint",
      paramLabel = "PLACE",
      description = "where throttled responses say when to come back: ${COMPLETION-CANDIDATES}")
  private RetryHint hint = RetryHint.AS_DOCUMENTED;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "the one region that AWS signatures may be for; default: any")
  private @Nullable String region;

  @Option(
      names = "--primary-region",
      paramLabel = "NAME",
      description = "the one region that takes AWS writes; default: all")
  private @Nullable String primaryRegion;

  @Option(
      names = "--alternative",
      paramLabel = "NAME",
      description = "a behavior other than the assumed one; may be given again; see the guide")
  private List<AlternativeBehavior> alternatives = new ArrayList<>();

  @Option(names = "--no-signatures", description = "accept requests that are not signed")
  private boolean unsigned;

  @Spec private @Nullable CommandSpec spec;

  private final CountDownLatch stop;

  EmulatorProgram(CountDownLatch stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DumpFile dumped = dump == null ? DumpFile.NONE : DumpFile.at(dump);
    try (Emulator emulator = builder().start()) {
      announce(emulator);
      stop.await();
      dumped.write(emulator);
    }
    return 0;
  }

  private void announce(Emulator emulator) {
    PrintWriter out = command().commandLine().getOut();
    Announcement.of(emulator, region).forEach(out::println);
    out.flush();
  }

  private EmulatorBuilder builder() throws IOException {
    EmulatorBuilder builder =
        Emulator.builder().port(port).host(host).retryHint(hint).exposeState();
    stores.forEach(id -> builder.store(new MemoryIdentityStore(id)));
    keys.forEach(builder::key);
    alternatives.forEach(builder::alternatives);
    if (unsigned) {
      builder.withoutSignatures();
    }
    regions(builder);
    throttle(builder);
    if (seed != null) {
      builder.seed(seed);
    }
    return builder;
  }

  private void regions(EmulatorBuilder builder) {
    if (region != null) {
      builder.region(region);
    }
    if (primaryRegion != null) {
      builder.primaryRegion(primaryRegion);
    }
  }

  private void throttle(EmulatorBuilder builder) {
    if (rate != null && burst != null) {
      builder.throttle(rate, burst);
    } else if (rate != null) {
      builder.throttle(rate);
    } else if (burst != null) {
      throw new ParameterException(
          command().commandLine(), "--burst says nothing without --throttle");
    }
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("the program was not started through its command line");
    }
    return spec;
  }
}
