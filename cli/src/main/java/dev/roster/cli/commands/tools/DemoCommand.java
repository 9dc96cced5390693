package dev.roster.cli.commands.tools;

import dev.roster.IdentityStoreId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Results;
import dev.roster.cli.session.RosterCommand;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.cli.terminal.StopRequest;
import dev.roster.cli.terminal.Surroundings;
import dev.roster.emulator.Emulator;
import dev.roster.memory.MemoryIdentityStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the program at work, on two local servers that speak the clouds' protocols. */
@Command(
    name = "demo",
    description = {
      "Shows the program at work, without a cloud.",
      "It runs commands on local servers that speak the protocols of both clouds. It needs no key",
      "and no network, and changes nothing but the memory of these servers."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
  private static final String STORE = "STORE";

  private static final List<String> TOUR =
      List.of(
          "roster group list",
          "roster member list Engineers",
          "roster member add Engineers grace@example.com margaret ada",
          "roster matrix --user ada grace alan --group Engineers Admins \"On call\"",
          "roster member remove Engineers edsger",
          "roster offboard alan --dry-run",
          "roster offboard alan --yes --output csv",
          "roster member list Enginers");

  private static final List<String> AGAIN =
      List.of("roster member add Engineers grace@example.com", "roster groups-of grace");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RosterCommand root = StoreCommand.root(Objects.requireNonNull(spec, "picocli sets it"));
    Results results = Session.results(root);
    try (Emulator one = emulator("d-1111111111");
        Emulator other = emulator("d-2222222222");
        DemoKeys keys = new DemoKeys(one.key());
        DemoState state = new DemoState()) {
      results.line("# A store of AWS IAM Identity Center, or nearly:");
      TOUR.forEach(command -> run(root, results, state.of(one.awsUri()), command));
      results.line("# The same commands on Huawei Cloud; only ROSTER_URI is another:");
      String uri = keys.withFile(other.huaweiUri());
      AGAIN.forEach(command -> run(root, results, state.of(uri), command));
    }
    return ExitCode.DONE;
  }

  private static Emulator emulator(String id) throws IOException {
    return Emulator.builder()
        .store(new MemoryIdentityStore(new IdentityStoreId(id), () -> THEN))
        .seed(new StringReader(team().replace(STORE, id)))
        .start();
  }

  private static String team() throws IOException {
    try (InputStream json = DemoCommand.class.getResourceAsStream("demo-team.json")) {
      return new String(
          Objects.requireNonNull(json, "the jar has it").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void run(
      RosterCommand root, Results results, Map<String, String> variables, String command) {
    results.line("$ " + command);
    int exitCode = exitCode(root, results, variables, command);
    if (exitCode != ExitCode.DONE) {
      results.line("(exit code %d)".formatted(exitCode));
    }
    results.line("");
  }

  private static int exitCode(
      RosterCommand root, Results results, Map<String, String> variables, String command) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Surroundings surroundings = root.surroundings().forCommand(variables, written);
    StopRequest stop = new StopRequest(Thread.currentThread(), () -> {});
    int exitCode = root.runner().run(surroundings, stop, words(command));
    results.stream().write(written.toString(StandardCharsets.UTF_8));
    return exitCode;
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.stream().skip(1).toArray(String[]::new);
  }
}
