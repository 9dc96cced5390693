package dev.roster.huawei.internal.attributes;

import dev.roster.spi.InvalidInputException;

/** Texts that arrive as they were sent. */
public final class SendableText {

  private SendableText() {}

  /** Half a character has no form in UTF-8. */
  public static void require(String field, String value) {
    if (hasLoneSurrogate(value)) {
      throw new InvalidInputException(field + " must be valid Unicode text");
    }
  }

  /** A loop, because every call checks each of its ids and streams are garbage then. */
  private static boolean hasLoneSurrogate(String text) {
    int codePoint;
    for (int index = 0; index < text.length(); index += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(index);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return true;
      }
    }
    return false;
  }
}
