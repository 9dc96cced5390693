package dev.roster.emulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Which store a request names, for the journal; the request may be wrong in every other way. */
final class NamedStore {

  private static final Pattern PATH = Pattern.compile("/v1/identity-stores/([^/]+)/.*");
  private static final String FIELD = "IdentityStoreId";
  private static final JsonFactory JSON = new JsonFactory();

  private NamedStore() {}

  static String of(WireRequest request) {
    Matcher path = PATH.matcher(request.path());
    return path.matches() ? path.group(1) : inBody(request.body());
  }

  private static String inBody(byte[] body) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? inObject(parser)
          : JournalEntry.NO_STORE;
    } catch (JacksonException noJson) {
      return JournalEntry.NO_STORE;
    }
  }

  private static String inObject(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(FIELD) && value == JsonToken.VALUE_STRING) {
        return parser.getString();
      }
      parser.skipChildren();
    }
    return JournalEntry.NO_STORE;
  }
}
