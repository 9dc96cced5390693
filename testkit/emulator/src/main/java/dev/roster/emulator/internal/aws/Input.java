package dev.roster.emulator.internal.aws;

import dev.roster.emulator.internal.aws.Shape.Member;
import dev.roster.emulator.internal.aws.Shape.Structure;
import dev.roster.emulator.internal.wire.Json;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The input of an operation, or an object in it, that has been checked. */
final class Input {

  private final JsonNode object;

  private Input(JsonNode object) {
    this.object = object;
  }

  static Input read(
      byte[] body, Structure shape, Violations violations, Consumer<ObjectNode> prepared) {
    JsonNode input =
        Json.parse(body).orElseThrow(() -> new UnreadableInputException("the body is not JSON"));
    if (!(input instanceof ObjectNode members)) {
      throw new UnreadableInputException("the body must be a JSON object");
    }
    prepared.accept(members);
    shape.check(input, "", violations);
    violations.throwIfAny();
    return new Input(members.retain(shape.members().stream().map(Member::name).toList()));
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

  Input object(String name) {
    return new Input(object.path(name));
  }

  Optional<Input> optionalObject(String name) {
    return Optional.of(object.path(name)).filter(Shape::isThere).map(Input::new);
  }

  Optional<String> optionalText(String name) {
    return object.path(name).stringValueOpt();
  }

  List<Input> objects(String name) {
    return object.path(name).values().stream().map(Input::new).toList();
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
