package dev.roster.emulator;

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
 * @param fallback what is answered where there is no value
 */
record HuaweiField(
    String name,
    String attribute,
    Presence presence,
    HuaweiShape shape,
    @Nullable Object fallback) {

  private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

  /** Who sends a field. */
  enum Presence {
    REQUIRED,
    OPTIONAL,
    ANSWERED
  }

  static HuaweiField required(String name, HuaweiShape shape) {
    return new HuaweiField(name, neutral(name), Presence.REQUIRED, shape, null);
  }

  static HuaweiField optional(String name, HuaweiShape shape) {
    return new HuaweiField(name, neutral(name), Presence.OPTIONAL, shape, null);
  }

  /** A field of replies only; in a request it is ignored. */
  static HuaweiField answered(String name, HuaweiShape shape) {
    return new HuaweiField(name, neutral(name), Presence.ANSWERED, shape, null);
  }

  HuaweiField as(String neutralName) {
    return new HuaweiField(name, neutralName, presence, shape, fallback);
  }

  HuaweiField or(Object answer) {
    return new HuaweiField(name, attribute, presence, shape, answer);
  }

  void read(String path, JsonNode from, Map<String, Object> into) {
    JsonNode value = from.path(name);
    String inner = path.isEmpty() ? name : path + '.' + name;
    if (presence == Presence.ANSWERED) {
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
  Optional<HuaweiField> inside(String path) {
    return shape instanceof HuaweiShape.Fields inner
        ? inner.at(path).map(field -> field.as(attribute + '.' + field.attribute()))
        : Optional.empty();
  }

  private static String neutral(String name) {
    return NEXT_WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }
}
