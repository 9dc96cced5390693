package dev.roster.huawei.internal.signing;

import dev.roster.spi.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;

/**
 * The one encoding of paths and queries, on the wire and in the signature: UTF-8 bytes, upper-case
 * hexadecimal, nothing left bare but letters, digits and {@code - _ . ~}.
 */
public final class PercentEncoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final BitSet UNRESERVED = new BitSet(128);

  static {
    UNRESERVED.set('A', 'Z' + 1);
    UNRESERVED.set('a', 'z' + 1);
    UNRESERVED.set('0', '9' + 1);
    "-_.~".chars().forEach(UNRESERVED::set);
  }

  private PercentEncoding() {}

  /** Nearly every id and path needs no change, and is then returned as it is. */
  public static String encode(String decoded) {
    return isUnreserved(decoded) ? decoded : encoded(decoded);
  }

  private static boolean isUnreserved(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (!UNRESERVED.get(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private static String encoded(String decoded) {
    ByteBuffer bytes = utf8(decoded);
    StringBuilder encoded = new StringBuilder(bytes.remaining() + 16);
    while (bytes.hasRemaining()) {
      append(encoded, bytes.get());
    }
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, byte octet) {
    if (octet > 0 && UNRESERVED.get(octet)) {
      encoded.append((char) octet);
    } else {
      HEX.toHexDigits(encoded.append('%'), octet);
    }
  }

  /** Strict: a lone surrogate would otherwise become a question mark and name something else. */
  private static ByteBuffer utf8(String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException malformed) {
      throw new InvalidInputException("a value for the request is not valid Unicode text");
    }
  }
}
