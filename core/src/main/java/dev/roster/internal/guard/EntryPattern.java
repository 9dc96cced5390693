package dev.roster.internal.guard;

import java.util.Objects;
import java.util.regex.Pattern;

/** An identifier or a name in which some characters stand for others. Immutable. */
public final class EntryPattern {

  private final Pattern pattern;

  private EntryPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static EntryPattern of(String text) {
    if (Objects.requireNonNull(text, "a pattern must not be null").isBlank()) {
      throw new IllegalArgumentException("a pattern must not be blank");
    }
    StringBuilder expression = new StringBuilder();
    text.strip().codePoints().forEach(character -> append(expression, character));
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    return new EntryPattern(Pattern.compile(expression.toString(), flags));
  }

  private static void append(StringBuilder expression, int character) {
    switch (character) {
      case '*' -> expression.append(".*");
      case '?' -> expression.append('.');
      default -> expression.append(Pattern.quote(Character.toString(character)));
    }
  }

  boolean matches(String value) {
    return pattern.matcher(value).matches();
  }
}
