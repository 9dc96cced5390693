package dev.roster.huawei.internal.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks a response field by field as it arrives; what is not asked for is skipped. A field of
 * another type than documented makes the response unreadable; null counts as absent.
 */
public final class JsonResponse {

  private static final JsonFactory JSON = new JsonFactory();

  private static final JsonFactory WITHOUT_DOUBLES =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonResponse() {}

  /** Takes the value of a field, or leaves it. */
  @FunctionalInterface
  public interface Fields {
    void field(String name, JsonParser value) throws InvalidResponseException;
  }

  /** Makes something of one element of an array. */
  @FunctionalInterface
  public interface Item<T> {
    T read(JsonParser value) throws InvalidResponseException;
  }

  /** Reads a whole response, which must be one object and nothing after it. */
  public static void read(InputStream body, Fields fields) throws InvalidResponseException {
    read(JSON, body, fields);
  }

  /** As {@link #read}, where every field counts, so that none may be given twice. */
  public static void readWithoutDoubles(InputStream body, Fields fields)
      throws InvalidResponseException {
    read(WITHOUT_DOUBLES, body, fields);
  }

  private static void read(JsonFactory json, InputStream body, Fields fields)
      throws InvalidResponseException {
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidResponseException("the response is not a JSON object");
      }
      readFields(parser, fields);
      if (parser.nextToken() != null) {
        throw new InvalidResponseException("the response goes on after its JSON object");
      }
    } catch (JacksonIOException broken) {
      throw new InvalidResponseException("the response is not well-formed JSON", broken);
    } catch (JacksonException malformed) {
      throw new InvalidResponseException(malformed(malformed));
    }
  }

  /** Not the parser's own words, which quote the response: it may hold a password. */
  private static String malformed(JacksonException malformed) {
    return "the response is not well-formed JSON%s"
        .formatted(
            malformed.getLocation() == null
                ? ""
                : " at byte " + malformed.getLocation().getByteOffset());
  }

  /** Reads the object that the parser is at; null counts as an object without fields. */
  public static void readObject(JsonParser parser, String name, Fields fields)
      throws InvalidResponseException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrongType(name, "an object");
    }
    readFields(parser, fields);
  }

  private static void readFields(JsonParser parser, Fields fields) throws InvalidResponseException {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      fields.field(name, parser);
      parser.skipChildren();
    }
  }

  /** Reads the array that the parser is at; null where the parser is at null. */
  public static <T> @Nullable List<T> readArray(JsonParser parser, String name, Item<T> item)
      throws InvalidResponseException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw wrongType(name, "an array");
    }
    return items(parser, item);
  }

  private static <T> List<T> items(JsonParser parser, Item<T> item)
      throws InvalidResponseException {
    List<T> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.read(parser));
    }
    return items;
  }

  /** An element of an array must be an object. */
  public static void readElement(JsonParser parser, String array, Fields fields)
      throws InvalidResponseException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      throw wrongType("an element of " + array, "an object");
    }
    readObject(parser, "an element of " + array, fields);
  }

  /** The text that the parser is at; null where it is at null. */
  public static @Nullable String text(JsonParser parser, String name)
      throws InvalidResponseException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NULL -> null;
      default -> throw wrongType(name, "a text");
    };
  }

  /** The yes or no that the parser is at; null where it is at null. */
  public static @Nullable Boolean flag(JsonParser parser, String name)
      throws InvalidResponseException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> throw wrongType(name, "true or false");
    };
  }

  /**
   * Marks a field as given. Which of two would count differs from parser to parser, so that one
   * given twice makes the response unreadable. A bit each, because every row of a listing has them.
   */
  public static int once(int seen, int bit, String name) throws InvalidResponseException {
    if ((seen & bit) != 0) {
      throw new InvalidResponseException("the response gives %s twice".formatted(name));
    }
    return seen | bit;
  }

  private static InvalidResponseException wrongType(String name, String type) {
    return new InvalidResponseException("in the response, %s is not %s".formatted(name, type));
  }
}
