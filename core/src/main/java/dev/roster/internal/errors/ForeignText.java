package dev.roster.internal.errors;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts that came from outside fit for messages, logs and stack traces: without secrets,
 * without characters that steer a terminal or a log, and of bounded length.
 */
final class ForeignText {

  /** Longer than any documented error message; a web page in an error body is cut. */
  static final int LONGEST_MESSAGE = 4_096;

  /** Longer than any code or request id that a service is known to send. */
  static final int LONGEST_NAME = 256;

  private static final String CUT = "...";

  private final UnaryOperator<String> redaction;

  /**
   * Cleans with a driver's help.
   *
   * @param redaction takes the driver's secrets out of a text
   */
  ForeignText(UnaryOperator<String> redaction) {
    this.redaction = redaction;
  }

  @Nullable String message(@Nullable String text) {
    return text == null ? null : clean(text, LONGEST_MESSAGE);
  }

  /** A code or an id. */
  @Nullable String name(@Nullable String text) {
    return text == null ? null : clean(text, LONGEST_NAME);
  }

  /** Secrets go first: a cut through one would leave a part that nothing recognizes. */
  private String clean(String text, int longest) {
    String printable = printable(redacted(text));
    if (printable.length() <= longest) {
      return printable;
    }
    int end = longest - CUT.length();
    boolean splitsPair = Character.isHighSurrogate(printable.charAt(end - 1));
    return printable.substring(0, splitsPair ? end - 1 : end) + CUT;
  }

  /** A driver that fails here has said nothing about what is secret: then nothing is shown. */
  private String redacted(String text) {
    try {
      return redaction.apply(text);
    } catch (RuntimeException broken) {
      return "(withheld: the provider failed to take its secrets out)";
    }
  }

  private static String printable(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (isSteering(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.chars().forEach(c -> result.append(isSteering((char) c) ? ' ' : (char) c));
    return result.toString();
  }

  private static boolean isSteering(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
