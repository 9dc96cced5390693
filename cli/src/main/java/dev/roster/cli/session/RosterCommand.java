package dev.roster.cli.session;

import dev.roster.cli.configuration.StoreAddress;
import dev.roster.cli.options.DurationConverter;
import dev.roster.cli.options.FormatConverter;
import dev.roster.cli.output.OutputFormat;
import dev.roster.cli.store.StoreSettings;
import dev.roster.cli.terminal.StopRequest;
import dev.roster.cli.terminal.Surroundings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself, with what all commands have in common. */
@Command(
    name = "roster",
    versionProvider = ProgramVersion.class,
    description = {
      "Who is in which group, in AWS IAM Identity Center and Huawei Cloud IAM Identity Center.",
      "",
      "Users and groups are named by name, e-mail address or id; id:, name:, email: and external:",
      "before it say which. Credentials are found as each cloud's own tools find them.",
    },
    footer = {
      "",
      "Each option is also an environment variable, --output for example ROSTER_OUTPUT;",
      "but --yes, --allow-... and --approval have none, on purpose.",
      "",
      "Examples:",
      "  roster demo                                       see it work, without a cloud",
      "  export ROSTER_URI=aws://d-1234567890?region=eu-west-1",
      "  roster doctor                                     is everything set up?",
      "  roster member list Engineers",
      "  roster member add Engineers ada grace@example.com",
      "  roster review --output csv > review.csv",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or nothing to do",
      "1:an error",
      "2:changes are due (plan, drift)",
      "3:refused by a guard, or not confirmed: nothing was removed; sync and apply still add",
      "4:partly done, or rows of a file that only adds were left out",
      "64:wrong usage",
      "130:interrupted; what was done is printed",
    })
public final class RosterCommand {

  @Option(
      names = "--uri",
      paramLabel = "URI",
      scope = ScopeType.INHERIT,
      description = "the store, such as aws://d-1234567890?region=eu-west-1")
  private @Nullable String uri;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "the store, by its profile; without it and --uri: the profile 'default'")
  private @Nullable String profile;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "the file of profiles; default: roster/profiles in ~/.config")
  private @Nullable String config;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      converter = FormatConverter.class,
      completionCandidates = FormatConverter.class,
      description = "${COMPLETION-CANDIDATES}; default: table")
  private OutputFormat output = OutputFormat.TABLE;

  @Option(
      fallbackValue = "true",
      names = "--ids-only",
      scope = ScopeType.INHERIT,
      description = "do not read the names of ids; takes fewer calls")
  private boolean idsOnly;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "${COMPLETION-CANDIDATES}; default: auto, and never with NO_COLOR")
  private When color = When.auto;

  @Option(
      names = "--progress",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "auto or never; default: auto, on a terminal only")
  private When progress = When.auto;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = DurationConverter.class,
      description = "the time for each call, such as 30s; default: 5m")
  private @Nullable Duration deadline;

  @Option(
      names = "--rate",
      paramLabel = "CALLS",
      scope = ScopeType.INHERIT,
      description = "the most calls a second; default: what the service permits")
  private @Nullable Double rate;

  @Option(
      fallbackValue = "true",
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "show each call")
  private boolean verbose;

  /** When to do something. */
  enum When {
    auto,
    always,
    never
  }

  /** Runs the program again, for a command that shows others. */
  @FunctionalInterface
  public interface Runner {

    /**
     * Runs the program.
     *
     * @param surroundings what it is started with
     * @param stop knows whether it was asked to stop
     * @param arguments its arguments
     * @return the exit code
     */
    int run(Surroundings surroundings, StopRequest stop, String... arguments);
  }

  private final Surroundings surroundings;
  private final StopRequest stop;
  private final Runner runner;

  /**
   * The program before its arguments are read.
   *
   * @param surroundings what it was started with
   * @param stop knows whether it was asked to stop
   * @param runner runs it again
   */
  public RosterCommand(Surroundings surroundings, StopRequest stop, Runner runner) {
    this.surroundings = surroundings;
    this.stop = stop;
    this.runner = runner;
  }

  /** {@return what the program was started with} */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** {@return whether the program was asked to stop} */
  public StopRequest stop() {
    return stop;
  }

  /** {@return runs the program again} */
  public Runner runner() {
    return runner;
  }

  /** {@return the store that options, variables and profiles name} */
  public StoreAddress address() {
    return StoreAddress.find(uri, profile, config, surroundings);
  }

  /**
   * Another store.
   *
   * @param text a URI, or the name of a profile
   * @return its address
   */
  public StoreAddress address(String text) {
    return StoreAddress.ofText(text, config, surroundings);
  }

  /** {@return how stores are reached} */
  public StoreSettings settings() {
    return new StoreSettings(deadline, rate, verbose);
  }

  OutputFormat output() {
    return output;
  }

  /** {@return whether names of ids are read} */
  public boolean namesWanted() {
    return !idsOnly;
  }

  boolean progressWanted() {
    return progress != When.never;
  }

  /** {@return whether each call is shown} */
  public boolean isVerbose() {
    return verbose;
  }

  boolean isColored() {
    return switch (color) {
      case always -> true;
      case never -> false;
      case auto -> surroundings.terminal().out() && surroundings.variable("NO_COLOR").isEmpty();
    };
  }
}
