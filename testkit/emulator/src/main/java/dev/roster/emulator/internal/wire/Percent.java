package dev.roster.emulator.internal.wire;

import dev.roster.spi.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as RFC 3986 has it. */
public final class Percent {

  private static final String UNRESERVED_SIGNS = "-_.~";

  private Percent() {}

  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      encoded.append(
          isUnreserved(character) ? String.valueOf(character) : "%%%02X".formatted(each & 0xFF));
    }
    return encoded.toString();
  }

  /** In a path, a plus is a plus. */
  public static String decode(String text) {
    return decodeQuery(text.replace("+", "%2B"));
  }

  /** In a query, a plus is a space, as servers read it. */
  public static String decodeQuery(String text) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(text))).toString();
    } catch (CharacterCodingException malformed) {
      throw malformed();
    }
  }

  private static byte[] bytes(String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
    for (int each = 0; each < raw.length; each++) {
      if (raw[each] == '%') {
        decoded.write(digit(raw, each + 1) * 16 + digit(raw, each + 2));
        each += 2;
      } else {
        decoded.write(raw[each] == '+' ? ' ' : raw[each]);
      }
    }
    return decoded.toByteArray();
  }

  private static int digit(byte[] raw, int place) {
    int value = place < raw.length ? Character.digit(raw[place], 16) : -1;
    if (value < 0) {
      throw malformed();
    }
    return value;
  }

  private static InvalidInputException malformed() {
    return new InvalidInputException("the request target is not percent-encoded correctly");
  }

  private static boolean isUnreserved(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || UNRESERVED_SIGNS.indexOf(character) >= 0;
  }
}
