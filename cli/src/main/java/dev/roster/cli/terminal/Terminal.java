package dev.roster.cli.terminal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of the standard streams lead to a terminal, and how wide it is. A Java program can find out
 * neither by itself; the start script tells it.
 *
 * @param in whether answers can be read
 * @param out whether results are read by a person
 * @param err whether progress is seen
 * @param columns how many characters fit in a line
 */
public record Terminal(boolean in, boolean out, boolean err, int columns) {

  /** What a terminal is taken for whose width is unknown. */
  public static final int DEFAULT_COLUMNS = 80;

  private static final String STREAMS = "roster.terminal.streams";
  private static final String COLUMNS = "roster.terminal.columns";

  /** No terminal at all. */
  public static final Terminal NONE = new Terminal(false, false, false, DEFAULT_COLUMNS);

  /**
   * The terminal that the start script described.
   *
   * @param property reads a system property
   * @return what it said; no terminal where there was no script
   */
  static Terminal described(Function<String, @Nullable String> property) {
    String streams = property.apply(STREAMS);
    if (streams == null) {
      return NONE;
    }
    return new Terminal(
        streams.contains("0"),
        streams.contains("1"),
        streams.contains("2"),
        columns(property.apply(COLUMNS)));
  }

  private static int columns(@Nullable String text) {
    boolean number = text != null && text.matches("[1-9][0-9]{0,3}");
    return number ? Integer.parseInt(text) : DEFAULT_COLUMNS;
  }

  /** {@return whether a question can be asked and answered} */
  public boolean canAsk() {
    return in && err;
  }
}
