package dev.roster.cli.configuration;

import dev.roster.cli.terminal.Surroundings;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Text that came as it was written. Without a locale, as in cron, Java reads what is not ASCII as
 * other characters: a group would be created by another name, and a pattern would protect no one.
 */
public final class ReadableText {

  /** What a decoder puts where bytes are no characters of the locale. */
  private static final char REPLACEMENT = '\uFFFD';

  private ReadableText() {}

  /**
   * Looks at the arguments, and at the variables of this program.
   *
   * @param surroundings have the variables
   * @param arguments of the program
   * @throws UsageException if one of them could not be read as it was written
   */
  public static void require(Surroundings surroundings, String... arguments) {
    if (Stream.of(arguments).anyMatch(ReadableText::isGarbled)) {
      throw garbled("an argument");
    }
    surroundings.environment().entrySet().stream()
        .filter(each -> each.getKey().startsWith(VariableDefaults.PREFIX))
        .filter(each -> isGarbled(each.getValue()))
        .map(Map.Entry::getKey)
        .min(String::compareTo)
        .ifPresent(
            variable -> {
              throw garbled(variable);
            });
  }

  private static boolean isGarbled(String text) {
    return text.indexOf(REPLACEMENT) >= 0;
  }

  private static UsageException garbled(String what) {
    return new UsageException(
        what
            + " has characters that the locale of this process does not have: set"
            + " LC_ALL=C.UTF-8, in a crontab for example; nothing was done");
  }
}
