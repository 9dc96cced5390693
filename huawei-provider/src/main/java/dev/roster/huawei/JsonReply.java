package dev.roster.huawei;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Walks a reply field by field as it arrives; what is not asked for is skipped. */
final class JsonReply {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonReply() {}

  /** Takes the value of a field, or leaves it. */
  @FunctionalInterface
  interface Fields {
    void field(String name, JsonParser value);
  }

  /** Reads a whole reply, which has to be one object. */
  static void read(InputStream body, Fields fields) throws BadReplyException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadReplyException("the reply is not a JSON object");
      }
      readObject(parser, fields);
    } catch (JacksonException malformed) {
      throw new BadReplyException("the reply is not well-formed JSON", malformed);
    }
  }

  /** Reads the object that the parser is at; anything else that it may be at is skipped. */
  static void readObject(JsonParser parser, Fields fields) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      fields.field(name, parser);
      parser.skipChildren();
    }
  }

  /** Reads the array that the parser is at; anything else that it may be at counts as missing. */
  static <T> @Nullable List<T> readArray(JsonParser parser, Function<JsonParser, T> item) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    List<T> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.apply(parser));
    }
    return items;
  }

  /** The text that the parser is at; anything else counts as missing. */
  static @Nullable String text(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
  }
}
