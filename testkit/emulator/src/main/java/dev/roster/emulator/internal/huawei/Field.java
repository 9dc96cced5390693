package dev.roster.emulator.internal.huawei;

import dev.roster.spi.InvalidInputException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field of an object.
 *
 * @param name the service's spelling
 * @param attribute the neutral spelling
 * @param presence who sends it
 * @param shape what it may be
 * @param fallback what is returned where there is no value
 */
record Field(
    String name, String attribute, Presence presence, Shape shape, @Nullable Object fallback) {

  private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

  /** Who sends a field. */
  enum Presence {
    REQUIRED,
    OPTIONAL,
    RETURNED
  }

  static Field required(String name, Shape shape) {
    return new Field(name, neutral(name), Presence.REQUIRED, shape, null);
  }

  static Field optional(String name, Shape shape) {
    return new Field(name, neutral(name), Presence.OPTIONAL, shape, null);
  }

  /** A field of responses only; in a request it is ignored. */
  static Field returned(String name, Shape shape) {
    return new Field(name, neutral(name), Presence.RETURNED, shape, null);
  }

  Field as(String neutralName) {
    return new Field(name, neutralName, presence, shape, fallback);
  }

  Field or(Object fallback) {
    return new Field(name, attribute, presence, shape, fallback);
  }

  void read(String path, JsonNode from, Map<String, Object> into) {
    JsonNode value = from.path(name);
    String inner = path.isEmpty() ? name : path + '.' + name;
    if (presence == Presence.RETURNED) {
      return;
    }
    if (!value.isMissingNode() && !value.isNull()) {
      into.put(attribute, shape.read(inner, value));
    } else if (presence == Presence.REQUIRED) {
      throw new InvalidInputException(inner + " is required");
    }
  }

  void write(Map<?, ?> from, Map<String, Object> into) {
    Object value = from.get(attribute);
    if (value != null) {
      into.put(name, shape.write(value));
    } else if (fallback != null) {
      into.put(name, fallback);
    }
  }

  /** A field of the object that this field is, under its whole path. */
  Optional<Field> inside(String path) {
    return shape instanceof Shape.Fields inner
        ? inner.at(path).map(field -> field.as(attribute + '.' + field.attribute()))
        : Optional.empty();
  }

  private static String neutral(String name) {
    return NEXT_WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }
}
