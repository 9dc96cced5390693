package dev.roster.huawei.internal.credentials;

import java.util.Objects;

/** Texts that HTTP headers can carry unaltered. */
public final class PrintableText {

  /** Longer than any key or token of the service, and short enough for a header. */
  private static final int MAX_LENGTH = 4096;

  private PrintableText() {}

  /**
   * Checks a text, which may be a secret.
   *
   * @return the text
   * @throws IllegalArgumentException if a header cannot carry it; the message does not repeat it
   */
  public static String require(String text, String name) {
    Objects.requireNonNull(text, () -> name + " must not be null");
    boolean fits = !text.isEmpty() && text.length() <= MAX_LENGTH;
    if (!fits || !text.chars().allMatch(PrintableText::isPrintable)) {
      throw new IllegalArgumentException(
          "%s must be 1 to %d printable ASCII characters without spaces"
              .formatted(name, MAX_LENGTH));
    }
    return text;
  }

  private static boolean isPrintable(int character) {
    return character > ' ' && character < 0x7f;
  }
}
