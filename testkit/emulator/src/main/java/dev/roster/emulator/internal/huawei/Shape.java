package dev.roster.emulator.internal.huawei;

import dev.roster.spi.InvalidInputException;
import dev.roster.spi.TextRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a part of a body may be; reads it into neutral values, and names the rule that it breaks.
 */
sealed interface Shape {

  /**
   * Reads a value.
   *
   * @param path names it in messages
   */
  Object read(String path, JsonNode value);

  /** Reads a value that stands in a text, as updates have it. */
  default Object readText(String path, String text) {
    return read(path, FieldsJson.parse(text, path));
  }

  /** The service's spelling of a neutral value. */
  default Object write(Object value) {
    return value;
  }

  /** A text; its length is counted in UTF-16 units. */
  record Text(int min, int max) implements Shape {

    @Override
    public Object read(String path, JsonNode value) {
      if (!value.isString()) {
        throw new InvalidInputException(path + " must be a string");
      }
      return readText(path, value.stringValue());
    }

    @Override
    public Object readText(String path, String text) {
      TextRule.length(path, min, max).check(text);
      return text;
    }
  }

  /** One of some texts. */
  record Choice(List<String> choices) implements Shape {

    @Override
    public Object read(String path, JsonNode value) {
      if (!value.isString() || !choices.contains(value.stringValue())) {
        throw new InvalidInputException(path + " must be one of " + String.join(", ", choices));
      }
      return value.stringValue();
    }
  }

  /** True or false. */
  record Flag() implements Shape {

    @Override
    public Object read(String path, JsonNode value) {
      if (!value.isBoolean()) {
        throw new InvalidInputException(path + " must be true or false");
      }
      return value.booleanValue();
    }
  }

  /** A list. */
  record Items(int min, int max, Shape item) implements Shape {

    @Override
    public Object read(String path, JsonNode value) {
      if (!value.isArray() || value.size() < min || value.size() > max) {
        throw new InvalidInputException(
            "%s must be a list of %d to %d items".formatted(path, min, max));
      }
      List<Object> items = new ArrayList<>();
      for (JsonNode each : value) {
        items.add(item.read("%s[%d]".formatted(path, items.size()), each));
      }
      return items;
    }

    @Override
    public Object write(Object value) {
      return value instanceof List<?> items ? items.stream().map(item::write).toList() : value;
    }
  }

  /** An object. Unknown fields are ignored. */
  record Fields(List<Field> fields) implements Shape {

    @Override
    public Map<String, Object> read(String path, JsonNode value) {
      if (!value.isObject()) {
        throw new InvalidInputException(
            (path.isEmpty() ? "the body" : path) + " must be a JSON object");
      }
      Map<String, Object> values = new LinkedHashMap<>();
      fields.forEach(field -> field.read(path, value, values));
      return values;
    }

    @Override
    public Map<String, Object> write(Object value) {
      Map<String, Object> written = new LinkedHashMap<>();
      if (value instanceof Map<?, ?> values) {
        fields.forEach(field -> field.write(values, written));
      }
      return written;
    }

    /** The field at a path with dots, which leads through objects but not into lists. */
    Optional<Field> at(String path) {
      String[] names = path.split("\\.", 2);
      Optional<Field> first =
          fields.stream().filter(field -> field.name().equals(names[0])).findFirst();
      return names.length == 1 ? first : first.flatMap(field -> field.inside(names[1]));
    }

    Fields without(String name) {
      return new Fields(fields.stream().filter(field -> !field.name().equals(name)).toList());
    }
  }
}
