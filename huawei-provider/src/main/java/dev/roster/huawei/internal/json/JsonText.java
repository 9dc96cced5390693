package dev.roster.huawei.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** JSON values as text: what is passed on unread, and what stands in a text itself. */
public final class JsonText {

  /** Which of two fields of one name would count differs from parser to parser. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonText() {}

  /** What is written, as one text. */
  public static String of(Consumer<JsonGenerator> value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      value.accept(json);
    }
    return text.toString();
  }

  /** The value that the parser is at, without white space and with every digit. */
  public static String copy(JsonParser value) {
    return of(json -> json.copyCurrentStructureExact(value));
  }

  /** Makes something of a text that {@link #copy} made. */
  public static <T> T read(String text, JsonResponse.Item<T> item) throws InvalidResponseException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return item.read(parser);
    }
  }

  /** The text without white space; empty where it is not one whole JSON value without doubles. */
  public static Optional<String> compact(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      String value = copy(parser);
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  /** The kind of value that a text begins with, which {@link #compact} made. */
  public static JsonToken kind(String compact) {
    return switch (compact.charAt(0)) {
      case '{' -> JsonToken.START_OBJECT;
      case '[' -> JsonToken.START_ARRAY;
      case '"' -> JsonToken.VALUE_STRING;
      case 'n' -> JsonToken.VALUE_NULL;
      case 't' -> JsonToken.VALUE_TRUE;
      case 'f' -> JsonToken.VALUE_FALSE;
      default -> JsonToken.VALUE_NUMBER_FLOAT;
    };
  }

  /** What a JSON string says; other values say what they are. */
  public static String content(String compact) {
    if (kind(compact) != JsonToken.VALUE_STRING) {
      return compact;
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), compact)) {
      parser.nextToken();
      return parser.getString();
    }
  }

  /**
   * The strings of a document, also those in strings that are JSON themselves; none where it is not
   * JSON.
   *
   * @param except the names of fields whose strings do not count
   */
  public static List<String> strings(String document, Set<String> except) {
    List<String> strings = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING
            && !except.contains(String.valueOf(parser.currentName()))) {
          addStrings(parser.getString(), except, strings);
        }
      }
    } catch (JacksonException malformed) {
      return List.of();
    }
    return strings;
  }

  private static void addStrings(String text, Set<String> except, List<String> strings) {
    List<String> inside =
        text.startsWith("{") || text.startsWith("[") ? strings(text, except) : List.of();
    strings.addAll(inside.isEmpty() ? List.of(text) : inside);
  }

  /** Whether two texts mean the same value, in whatever order objects have their fields. */
  public static boolean isSame(String one, String other) {
    return one.equals(other) || tree(one).equals(tree(other));
  }

  private static JsonNode tree(String text) {
    return JsonTrees.read(text.getBytes(UTF_8));
  }
}
