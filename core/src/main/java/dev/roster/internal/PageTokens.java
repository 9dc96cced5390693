package dev.roster.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Page tokens as text: a version, a seal over everything that the token is bound to, then the
 * position. The seal is a check, not a secret: it catches mix-ups and damage.
 */
public final class PageTokens {

  private static final String VERSION = "r1";
  private static final int SEAL_BYTES = 12;
  private static final String FIRST_PAGE = "f";
  private static final String LATER_PAGE = "t";

  private PageTokens() {}

  /**
   * Writes a token.
   *
   * @param identity what it is bound to
   * @param position where the listing goes on
   * @return text that is safe in URLs
   */
  public static String encode(String identity, Position position) {
    String token = position.token();
    String content =
        position.skip() + (token == null ? FIRST_PAGE : LATER_PAGE) + (token == null ? "" : token);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return String.join(
        ".",
        VERSION,
        base64.encodeToString(seal(identity, content)),
        base64.encodeToString(content.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads a token.
   *
   * @param identity what it must be bound to
   * @param text the token
   * @return the position, or null if the token is damaged, of another version or of another listing
   */
  public static @Nullable Position decode(String identity, String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      return null;
    }
    try {
      Base64.Decoder base64 = Base64.getUrlDecoder();
      String content = new String(base64.decode(parts[2]), StandardCharsets.UTF_8);
      boolean sealed = MessageDigest.isEqual(base64.decode(parts[1]), seal(identity, content));
      return sealed ? position(content) : null;
    } catch (IllegalArgumentException damaged) {
      return null;
    }
  }

  private static Position position(String content) {
    int kind = 0;
    while (Character.isDigit(content.charAt(kind))) {
      kind++;
    }
    long skip = Long.parseLong(content.substring(0, kind));
    boolean first = content.startsWith(FIRST_PAGE, kind);
    return new Position(first ? null : content.substring(kind + 1), skip);
  }

  private static byte[] seal(String identity, String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(identity.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(content.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest.digest(), SEAL_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
