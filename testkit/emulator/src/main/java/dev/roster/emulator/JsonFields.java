package dev.roster.emulator;

import dev.roster.spi.InvalidInputException;
import dev.roster.spi.TextRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a request body by their documented rules. */
final class JsonFields {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode object;

  private JsonFields(JsonNode object) {
    this.object = object;
  }

  static ObjectNode newObject() {
    return JSON.createObjectNode();
  }

  static JsonFields parse(byte[] body) {
    try {
      JsonNode parsed = JSON.readTree(body);
      if (parsed.isObject()) {
        return new JsonFields(parsed);
      }
    } catch (JacksonException malformed) {
      throw new InvalidInputException("the body is not JSON");
    }
    throw new InvalidInputException("the body must be a JSON object");
  }

  /** A required text. */
  String text(String name, int minLength, int maxLength) {
    return text(require(name), name, minLength, maxLength);
  }

  /** A text that may be absent or null. */
  Optional<String> optionalText(String name, int minLength, int maxLength) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(text(value, name, minLength, maxLength));
  }

  /** A whole number that may be absent or null. */
  int integer(String name, int min, int max, int fallback) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return fallback;
    }
    if (!value.isInt()) {
      throw new InvalidInputException(name + " must be a whole number");
    }
    return NumberRule.check(name, value.intValue(), min, max);
  }

  /** A required object. */
  JsonFields object(String name) {
    JsonNode value = require(name);
    if (!value.isObject()) {
      throw new InvalidInputException(name + " must be an object");
    }
    return new JsonFields(value);
  }

  /** A required list of texts. */
  List<String> texts(String name, int maxItems, int maxLength) {
    JsonNode value = require(name);
    if (!value.isArray() || value.isEmpty() || value.size() > maxItems) {
      throw new InvalidInputException("%s must have 1 to %d items".formatted(name, maxItems));
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value) {
      texts.add(text(each, "each of " + name, 1, maxLength));
    }
    return texts;
  }

  private JsonNode require(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw new InvalidInputException(name + " is required");
    }
    return value;
  }

  private static String text(JsonNode value, String name, int minLength, int maxLength) {
    if (!value.isString()) {
      throw new InvalidInputException(name + " must be a string");
    }
    String text = value.stringValue();
    TextRule.length(name, minLength, maxLength).check(text);
    return text;
  }
}
