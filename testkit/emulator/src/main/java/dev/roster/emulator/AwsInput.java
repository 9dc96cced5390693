package dev.roster.emulator;

import dev.roster.emulator.AwsShape.Structure;
import dev.roster.spi.PageRequest;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The input of an operation, or an object in it, that has been checked. */
final class AwsInput {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode object;

  private AwsInput(JsonNode object) {
    this.object = object;
  }

  static AwsInput read(byte[] body, Structure shape, AwsViolations violations) {
    JsonNode input = parse(body);
    if (!input.isObject()) {
      throw new AwsUnreadableException("the body must be a JSON object");
    }
    shape.check(input, "", violations);
    violations.throwIfAny();
    return new AwsInput(input);
  }

  JsonNode node() {
    return object;
  }

  /** The member of that name; missing or null where there is none. */
  JsonNode node(String name) {
    return object.path(name);
  }

  String text(String name) {
    return object.path(name).stringValue();
  }

  AwsInput object(String name) {
    return new AwsInput(object.path(name));
  }

  Optional<AwsInput> optionalObject(String name) {
    return Optional.of(object.path(name)).filter(AwsShape::isThere).map(AwsInput::new);
  }

  List<AwsInput> objects(String name) {
    return object.path(name).values().stream().map(AwsInput::new).toList();
  }

  List<String> texts(String name) {
    return object.path(name).values().stream().map(JsonNode::stringValue).toList();
  }

  PageRequest page(int defaultSize) {
    int size = object.path("MaxResults").intValue(defaultSize);
    return object
        .path("NextToken")
        .stringValueOpt()
        .map(token -> PageRequest.after(size, token))
        .orElse(PageRequest.first(size));
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException malformed) {
      throw new AwsUnreadableException("the body is not JSON");
    }
  }
}
