package dev.roster.emulator.internal.aws;

import dev.roster.emulator.internal.aws.Shape.Items;
import dev.roster.emulator.internal.aws.Shape.Member;
import dev.roster.emulator.internal.aws.Shape.Structure;
import dev.roster.memory.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns attributes between the names of the wire and those of the store. */
final class AttributeNames {

  private AttributeNames() {}

  /** The store's name: it begins in lower case. */
  static String neutral(String wireName) {
    return wireName.isEmpty()
        ? wireName
        : wireName.substring(0, 1).toLowerCase(Locale.ROOT) + wireName.substring(1);
  }

  static Attributes read(JsonNode object, Structure shape) {
    return Attributes.of(map(object, shape));
  }

  static Object value(JsonNode value, Shape shape) {
    if (shape instanceof Structure structure) {
      return map(value, structure);
    }
    if (shape instanceof Items items) {
      return value.values().stream().map(each -> value(each, items.item())).toList();
    }
    return value.isBoolean() ? value.booleanValue() : value.stringValue();
  }

  static void write(Attributes attributes, Structure shape, ObjectNode target) {
    write(attributes.asMap(), shape, target);
  }

  /** Free JSON with the model's names, which its writer may have begun in lower case. */
  static JsonNode named(JsonNode value, Shape shape) {
    if (shape instanceof Structure structure && value.isObject()) {
      ObjectNode named = JsonNodeFactory.instance.objectNode();
      value.forEachEntry((name, inner) -> addNamed(named, name, inner, structure));
      return named;
    }
    if (shape instanceof Items items && value.isArray()) {
      ArrayNode named = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> named.add(named(each, items.item())));
      return named;
    }
    return value;
  }

  private static void addNamed(
      ObjectNode target, String name, JsonNode value, Structure structure) {
    structure
        .member(name)
        .ifPresentOrElse(
            member -> target.set(member.name(), named(value, member.shape())),
            () -> target.set(name, value));
  }

  private static Map<String, Object> map(JsonNode object, Structure shape) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      JsonNode value = object.path(member.name());
      if (Shape.isThere(value)) {
        values.put(neutral(member.name()), value(value, member.shape()));
      }
    }
    return values;
  }

  private static void write(Map<?, ?> values, Structure shape, ObjectNode target) {
    for (Member member : shape.members()) {
      Object value = values.get(neutral(member.name()));
      if (value != null) {
        target.set(member.name(), node(value, member.shape()));
      }
    }
  }

  static JsonNode node(Object value, Shape shape) {
    if (value instanceof Map<?, ?> map && shape instanceof Structure structure) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      write(map, structure, object);
      return object;
    }
    if (value instanceof List<?> list && shape instanceof Items items) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.forEach(each -> array.add(node(each, items.item())));
      return array;
    }
    return value instanceof Boolean flag
        ? BooleanNode.valueOf(flag)
        : StringNode.valueOf(value.toString());
  }
}
