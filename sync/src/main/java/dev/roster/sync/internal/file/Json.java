package dev.roster.sync.internal.file;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Objects of one line. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Fields stand in the order in which they were set. */
  public static String line(ObjectNode object) {
    return printable(MAPPER.writeValueAsString(object)) + '\n';
  }

  /**
   * With escapes for what JSON lets through and a terminal obeys, because people look at these
   * files. Such characters stand in texts only.
   */
  private static String printable(String json) {
    if (json.codePoints().noneMatch(Json::isObeyed)) {
      return json;
    }
    StringBuilder printable = new StringBuilder();
    json.codePoints().forEach(point -> append(printable, point));
    return printable.toString();
  }

  private static void append(StringBuilder printable, int point) {
    if (isObeyed(point)) {
      printable.append("\\u%04x".formatted(point));
    } else {
      printable.appendCodePoint(point);
    }
  }

  /** Marks that change the direction of a line are among the formats. */
  private static boolean isObeyed(int point) {
    return Character.isBmpCodePoint(point)
        && switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }

  /** The object of a line, or null where it is none. */
  public static @Nullable ObjectNode parse(String line) {
    try {
      return MAPPER.readTree(line) instanceof ObjectNode object ? object : null;
    } catch (JacksonException malformed) {
      return null;
    }
  }

  /** The text of a field, or null where there is none. */
  public static @Nullable String text(ObjectNode object, String field) {
    JsonNode value = object.get(field);
    return value == null || !value.isString() ? null : value.stringValue();
  }

  /** Sets a field, where there is something to set. */
  public static void put(ObjectNode object, String field, @Nullable String value) {
    if (value != null) {
      object.put(field, value);
    }
  }

  /** The text of a field that must be there. */
  public static String need(ObjectNode object, String field) {
    String text = text(object, field);
    if (text == null) {
      throw new IllegalArgumentException("a text is expected as '%s'".formatted(field));
    }
    return text;
  }

  /** The number of a field that must be there. */
  public static long number(ObjectNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("a whole number is expected as '%s'".formatted(field));
    }
    return value.asLong();
  }
}
