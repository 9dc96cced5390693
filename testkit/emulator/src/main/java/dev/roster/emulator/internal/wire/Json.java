package dev.roster.emulator.internal.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON from outside: one document in UTF-8, no field given twice, and only as large in memory as
 * the limits below allow, however small it is on the wire.
 */
public final class Json {

  /** The largest documented input, an update of 100 attributes, has some 5,000. */
  private static final int MAX_TOKENS = 20_000;

  /** The longest documented text, a page token, has 65,535 characters. */
  private static final int MAX_TEXT = 256 * 1024;

  private static final int MAX_NAME = 1024;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_NUMBER = 1000;
  private static final int DECODED = 4096;

  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxTokenCount(MAX_TOKENS)
                  .maxStringLength(MAX_TEXT)
                  .maxNameLength(MAX_NAME)
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();

  private static final JsonMapper JSON =
      JsonMapper.builder(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** The document; empty where it is none. */
  public static Optional<JsonNode> parse(byte[] body) {
    try {
      return isText(body) ? Optional.of(JSON.readTree(body)) : Optional.empty();
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  /** The document; empty where it is none. */
  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  /** Whether it is UTF-8; a zero byte in it would have the reader guess another encoding. */
  static boolean isText(byte[] body) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(body);
    CharBuffer decoded = CharBuffer.allocate(DECODED);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      decoded.clear();
      result = decoder.decode(bytes, decoded, true);
      if (decoded.flip().chars().anyMatch(each -> each == 0)) {
        return false;
      }
    }
    return !result.isError();
  }
}
