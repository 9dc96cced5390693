package dev.roster.emulator.internal.exchange;

import dev.roster.emulator.JournalEntry;
import dev.roster.emulator.internal.wire.Json;
import dev.roster.emulator.internal.wire.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Which store a request names, for the journal; the request may be wrong in every other way. */
final class NamedStore {

  private static final Pattern PATH = Pattern.compile("/v1/identity-stores/([^/]+)/.*");
  private static final String FIELD = "IdentityStoreId";

  /** Longer than any identifier that a service documents. */
  private static final int MAX_LENGTH = 100;

  private NamedStore() {}

  static String of(Request request) {
    Matcher path = PATH.matcher(request.path());
    return shortened(path.matches() ? path.group(1) : inBody(request.body()));
  }

  /** The journal is kept, so what it holds must not be as long as a client likes. */
  private static String shortened(String name) {
    return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH) + "...";
  }

  private static String inBody(byte[] body) {
    try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
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
