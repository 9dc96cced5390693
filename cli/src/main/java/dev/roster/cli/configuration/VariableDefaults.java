package dev.roster.cli.configuration;

import dev.roster.cli.terminal.Surroundings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives every option that the command line does not have the value of an environment variable:
 * {@code --dry-run} that of {@code ROSTER_DRY_RUN}. What allows something has none on purpose: a
 * variable that was set long ago must not allow what is done now.
 */
public final class VariableDefaults implements IDefaultValueProvider {

  /**
   * What an option that takes several values splits its text at: a character that no one types, so
   * that a value of the command line can have commas. A variable's commas become it.
   */
  public static final String SPLIT = "\037";

  static final String PREFIX = "ROSTER_";
  private static final Pattern SHOWN_SPLIT =
      Pattern.compile("\\[" + SPLIT + "[^\\]]*\\](\\.\\.\\.)?");
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

  /** {@link StoreAddress} reads their variables: which of them counts depends on the others. */
  private static final Set<String> OF_THE_ADDRESS = Set.of("--uri", "--profile");

  private final Surroundings surroundings;

  /**
   * Values of one environment.
   *
   * @param surroundings has the variables
   */
  public VariableDefaults(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The variable of an option.
   *
   * @param option the option
   * @return empty where it has none on purpose: {@code --yes}, {@code --allow-...}, {@code
   *     --approval...}, and what only asks for help
   */
  public static Optional<String> variable(OptionSpec option) {
    String name = option.longestName();
    boolean allows =
        name.equals("--yes") || name.startsWith("--allow") || name.startsWith("--approv");
    return allows || option.usageHelp() || option.versionHelp()
        ? Optional.empty()
        : Optional.of(variable(name));
  }

  /**
   * The variable of an option that has one.
   *
   * @param option its long name, such as {@code --dry-run}
   * @return such as {@code ROSTER_DRY_RUN}
   */
  static String variable(String option) {
    return PREFIX + option.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /**
   * A message of picocli without that character, which it shows as the one between values.
   *
   * @param message about an option that takes several values
   * @return the same without the part that has it
   */
  public static String withoutSplit(String message) {
    return SHOWN_SPLIT.matcher(message).replaceAll("");
  }

  /** An inherited option has the value that its own command was given: picocli sets that once. */
  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)
        || option.inherited()
        || OF_THE_ADDRESS.contains(option.longestName())) {
      return null;
    }
    String variable = variable(option).orElse(null);
    String value = variable == null ? null : surroundings.variable(variable).orElse(null);
    return value != null && option.isMultiValue() ? values(value) : value;
  }

  /** A comma of a value itself is written with a backslash before it. */
  private static String values(String list) {
    return COMMA.matcher(list).replaceAll(SPLIT).replace("\\,", ",");
  }
}
