package dev.roster.internal.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern CONTENT =
      Pattern.compile("(\\d{1,19})(?:" + FIRST_PAGE + "|" + LATER_PAGE + "(.*))", Pattern.DOTALL);

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
    return sealed(identity, content);
  }

  static String sealed(String identity, String content) {
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
    Position position = parts.length == 3 ? position(parts[2]) : null;
    // Base64 has several spellings of the same bytes; only the one that was given out counts.
    return position != null && encode(identity, position).equals(text) ? position : null;
  }

  private static @Nullable Position position(String encoded) {
    try {
      byte[] content = Base64.getUrlDecoder().decode(encoded);
      Matcher parts = CONTENT.matcher(new String(content, StandardCharsets.UTF_8));
      return parts.matches() ? new Position(parts.group(2), Long.parseLong(parts.group(1))) : null;
    } catch (IllegalArgumentException damaged) {
      return null;
    }
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
