package dev.roster.spi;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The documented length and, optionally, form of one text field. Immutable. */
public final class TextRule {

  private final String field;
  private final int minLength;
  private final int maxLength;
  private final @Nullable Pattern pattern;
  private final String form;

  private TextRule(
      String field, int minLength, int maxLength, @Nullable Pattern pattern, String form) {
    this.field = field;
    this.minLength = minLength;
    this.maxLength = maxLength;
    this.pattern = pattern;
    this.form = form;
  }

  /**
   * A rule for the length alone.
   *
   * @param field the field's name, as messages spell it, for example {@code "group id"}
   * @param minLength the fewest characters
   * @param maxLength the most characters
   * @return a new rule
   */
  public static TextRule length(String field, int minLength, int maxLength) {
    return new TextRule(
        Objects.requireNonNull(field, "field must not be null"), minLength, maxLength, null, "");
  }

  /**
   * This rule and a form that the whole text must have.
   *
   * @param required the form
   * @param described the form in words, for example {@code "a UUID"}
   * @return a new rule
   */
  public TextRule matching(Pattern required, String described) {
    return new TextRule(field, minLength, maxLength, required, described);
  }

  /**
   * Checks a text.
   *
   * @param text the text
   * @throws InvalidInputException if it breaks the rule; the message names the field and the rule,
   *     and not the text
   */
  public void check(String text) {
    if (text.length() < minLength || text.length() > maxLength) {
      throw new InvalidInputException(
          "%s must have %s, but has %d".formatted(field, lengths(), text.length()));
    }
    if (pattern != null && !pattern.matcher(text).matches()) {
      throw new InvalidInputException("%s must be %s".formatted(field, form));
    }
  }

  private String lengths() {
    return minLength == maxLength
        ? "exactly %d characters".formatted(minLength)
        : "%d to %d characters".formatted(minLength, maxLength);
  }
}
