package dev.roster.emulator;

import dev.roster.spi.InvalidInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as RFC 3986 has it. */
final class Percent {

  private static final String UNRESERVED_SIGNS = "-_.~";

  private Percent() {}

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      if (isUnreserved(character)) {
        encoded.append(character);
      } else {
        encoded.append("%%%02X".formatted(each & 0xFF));
      }
    }
    return encoded.toString();
  }

  /** In a path, a plus is a plus. */
  static String decode(String text) {
    return decodeQuery(text.replace("+", "%2B"));
  }

  /** In a query, a plus is a space, as servers read it. */
  static String decodeQuery(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidInputException("the request target is not percent-encoded correctly");
    }
  }

  private static boolean isUnreserved(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || UNRESERVED_SIGNS.indexOf(character) >= 0;
  }
}
