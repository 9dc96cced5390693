package dev.roster.internal.argument;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one rule for every identifier and token: opaque, but never blank, binary or boundless. */
public final class OpaqueText {

  /** Generous on purpose: services widen their formats before libraries follow. */
  public static final int MAX_ID_LENGTH = 2048;

  private OpaqueText() {}

  /**
   * Checks a text.
   *
   * @param value the text
   * @param name what it is, for the message
   * @param maxLength the most characters
   * @return the text
   * @throws IllegalArgumentException if it is blank, too long or has control characters
   */
  public static String checked(String value, String name, int maxLength) {
    Objects.requireNonNull(value, () -> name + " must not be null");
    String broken = brokenRule(value, maxLength);
    if (broken != null) {
      throw new IllegalArgumentException(name + " must " + broken);
    }
    return value;
  }

  private static @Nullable String brokenRule(String value, int maxLength) {
    if (value.isBlank()) {
      return "not be blank";
    }
    if (value.length() > maxLength) {
      return "have at most %d characters, but has %d".formatted(maxLength, value.length());
    }
    return hasControlCharacter(value) ? "not contain control characters" : null;
  }

  private static boolean hasControlCharacter(String text) {
    return !isPrintableAscii(text) && text.chars().anyMatch(Character::isISOControl);
  }

  /** As plain as can be, because a listing checks two texts for each of its items. */
  private static boolean isPrintableAscii(String text) {
    int length = text.length();
    for (int index = 0; index < length; index++) {
      char character = text.charAt(index);
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }
}
