package dev.roster.emulator;

import dev.roster.emulator.AwsShape.Member;
import dev.roster.emulator.AwsShape.Structure;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The input of an operation, or an object in it, that has been checked. */
final class AwsInput {

  private final JsonNode object;

  private AwsInput(JsonNode object) {
    this.object = object;
  }

  static AwsInput read(byte[] body, Structure shape, AwsViolations violations) {
    JsonNode input =
        WireJson.parse(body).orElseThrow(() -> new AwsUnreadableException("the body is not JSON"));
    if (!(input instanceof ObjectNode members)) {
      throw new AwsUnreadableException("the body must be a JSON object");
    }
    shape.check(input, "", violations);
    violations.throwIfAny();
    return new AwsInput(members.retain(shape.members().stream().map(Member::name).toList()));
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

  /** Where forms are not minded, a text can pass the shape and be no identifier all the same. */
  <I> I id(String name, Function<String, I> type) {
    return id(name, text(name), type);
  }

  <I> List<I> ids(String name, Function<String, I> type) {
    return texts(name).stream().map(text -> id(name, text, type)).toList();
  }

  private static <I> I id(String name, String text, Function<String, I> type) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidInputException(name + ": " + malformed.getMessage());
    }
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
}
