package dev.roster.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For each constraint of the model a case just inside and one just outside. */
final class AwsInputCases {

  /** What a rule of a type comes down to: the input cannot be read. */
  static final String TYPE = "type";

  private static final String ONE_MEMBER = "have exactly one member";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<AwsInputCase> cases = new ArrayList<>();
  private final String operation;

  private AwsInputCases(String operation) {
    this.operation = operation;
  }

  static List<AwsInputCase> all() {
    List<AwsInputCase> all = new ArrayList<>();
    AwsModel.operations().forEach(operation -> all.addAll(of(operation)));
    return all;
  }

  private static List<AwsInputCase> of(String operation) {
    AwsInputCases cases = new AwsInputCases(operation);
    AwsModel.forEachMember(
        operation,
        (name, member) -> cases.member("", name, member, false, inputs(operation, name)));
    return cases.cases;
  }

  /** Puts a value, or nothing, at the place of a member in an input that is else in order. */
  private static UnaryOperator<JsonNode> inputs(String operation, String name) {
    return value -> with(AwsSamples.input(operation), name, value);
  }

  private void member(
      String outer, String name, JsonNode member, boolean ofUnion, UnaryOperator<JsonNode> input) {
    String place = (outer.isEmpty() ? "" : outer + '.') + lowerFirst(name);
    if (ofUnion) {
      add("null " + name, outer, input.apply(JSON.nullNode()), ONE_MEMBER);
    } else if (member.path("required").booleanValue(false)) {
      add("absent", place, input.apply(JSON.missingNode()), "not be null");
      add("null", place, input.apply(JSON.nullNode()), "not be null");
    } else {
      add("null", place, input.apply(JSON.nullNode()), "");
    }
    shape(place, member.get("shape").stringValue(), input);
  }

  private void shape(String place, String name, UnaryOperator<JsonNode> input) {
    JsonNode shape = AwsModel.shape(name);
    switch (shape.get("type").stringValue()) {
      case "string" -> text(place, name, shape, input);
      case "integer" -> number(place, shape, input);
      case "boolean" -> wrongType(place, "\"yes\"", input);
      case "list" -> list(place, shape, input);
      case "map" -> map(place, shape, input);
      case "structure" -> structure(place, shape, input);
      default -> add("anything", place, input.apply(JSON.readTree("[1]")), "");
    }
  }

  private void text(String place, String name, JsonNode shape, UnaryOperator<JsonNode> input) {
    AwsSamples.Texts texts = AwsSamples.texts(name);
    int max = shape.get("max").intValue();
    add("shortest", place, input.apply(JSON.valueToTree(texts.shortest())), "");
    add("longest", place, input.apply(JSON.valueToTree(texts.longest())), "");
    add("empty", place, input.apply(JSON.valueToTree("")), atLeast("length", 1));
    String tooLong = texts.longest() + "x".repeat(max + 1 - length(texts.longest()));
    add("too long", place, input.apply(JSON.valueToTree(tooLong)), atMost("length", max));
    add(
        "malformed",
        place,
        input.apply(JSON.valueToTree(texts.malformed())),
        "satisfy regular expression pattern: " + shape.get("pattern").stringValue());
    wrongType(place, "7", input);
  }

  private void number(String place, JsonNode shape, UnaryOperator<JsonNode> input) {
    int min = shape.get("min").intValue();
    int max = shape.get("max").intValue();
    add("smallest", place, input.apply(JSON.valueToTree(min)), "");
    add("largest", place, input.apply(JSON.valueToTree(max)), "");
    add("too small", place, input.apply(JSON.valueToTree(min - 1)), atLeast("value", min));
    add("too large", place, input.apply(JSON.valueToTree(max + 1)), atMost("value", max));
    wrongType(place, "\"5\"", input);
    wrongType(place, "5.5", input);
    wrongType(place, "99999999999", input);
  }

  private void list(String place, JsonNode shape, UnaryOperator<JsonNode> input) {
    String item = shape.get("item").stringValue();
    sizes(place, shape, size -> input.apply(list(item, size)));
    add("holds null", place + ".1.member", input.apply(JSON.readTree("[null]")), "not be null");
    wrongType(place, "{}", input);
    shape(place + ".1.member", item, value -> input.apply(JSON.createArrayNode().add(value)));
  }

  private void map(String place, JsonNode shape, UnaryOperator<JsonNode> input) {
    sizes(place, shape, size -> input.apply(map(size)));
    String malformed = AwsSamples.texts(shape.get("key").stringValue()).malformed();
    add(
        "malformed name",
        place + ".key",
        input.apply(JSON.createObjectNode().put(malformed, "x")),
        "satisfy regular expression pattern");
    wrongType(place, "[]", input);
  }

  private void structure(String place, JsonNode shape, UnaryOperator<JsonNode> input) {
    wrongType(place, "[]", input);
    boolean union = shape.path("union").booleanValue(false);
    ObjectNode all = JSON.createObjectNode();
    shape
        .get("members")
        .forEachEntry(
            (name, member) -> {
              all.set(name, AwsSamples.value(member.get("shape").stringValue()));
              member(
                  place,
                  name,
                  member,
                  union,
                  value -> input.apply(inner(shape, name, value, union)));
            });
    if (union) {
      add("none", place, input.apply(JSON.createObjectNode()), ONE_MEMBER);
      add("all", place, input.apply(all), all.size() == 1 ? "" : ONE_MEMBER);
    }
  }

  /** A structure that is in order but for one member; of a union, with that member alone. */
  private static ObjectNode inner(JsonNode shape, String name, JsonNode value, boolean union) {
    ObjectNode object = JSON.createObjectNode();
    if (!union) {
      shape
          .get("members")
          .forEachEntry(
              (other, member) -> {
                if (member.path("required").booleanValue(false)) {
                  object.set(other, AwsSamples.value(member.get("shape").stringValue()));
                }
              });
    }
    return with(object, name, value);
  }

  private interface Sized {
    JsonNode of(int size);
  }

  private void sizes(String place, JsonNode shape, Sized input) {
    int min = shape.get("min").intValue();
    int max = shape.get("max").intValue();
    add("fewest", place, input.of(min), "");
    add("most", place, input.of(max), "");
    if (min > 0) {
      add("too few", place, input.of(min - 1), atLeast("length", min));
    }
    add("too many", place, input.of(max + 1), atMost("length", max));
  }

  private void wrongType(String place, String json, UnaryOperator<JsonNode> input) {
    add("wrong type " + json, place, input.apply(JSON.readTree(json)), TYPE);
  }

  private void add(String what, String place, JsonNode input, String rule) {
    cases.add(new AwsInputCase(operation, what, input.toString(), place, rule));
  }

  private static ObjectNode with(ObjectNode object, String name, JsonNode value) {
    if (value.isMissingNode()) {
      object.remove(name);
    } else {
      object.set(name, value);
    }
    return object;
  }

  private static ArrayNode list(String item, int size) {
    ArrayNode list = JSON.createArrayNode();
    for (int i = 0; i < size; i++) {
      list.add(AwsSamples.value(item));
    }
    return list;
  }

  private static ObjectNode map(int size) {
    ObjectNode map = JSON.createObjectNode();
    for (int i = 0; i < size; i++) {
      map.put("aws:identitystore:" + "x".repeat(i + 1), "x");
    }
    return map;
  }

  private static String atLeast(String measure, int bound) {
    return "have " + measure + " greater than or equal to " + bound;
  }

  private static String atMost(String measure, int bound) {
    return "have " + measure + " less than or equal to " + bound;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
