package dev.roster.emulator.internal.aws;

import dev.roster.emulator.internal.aws.Shape.Member;
import dev.roster.emulator.internal.aws.Shape.Structure;
import dev.roster.memory.Attributes;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** One operation of an update: what it makes of the attributes. */
final class AttributeChange {

  private AttributeChange() {}

  /** An attribute by its path in the store. */
  private record Target(String path, Shape shape) {

    Optional<Target> inside(String name) {
      return shape instanceof Structure structure
          ? structure.member(name).map(this::inside)
          : Optional.empty();
    }

    private Target inside(Member member) {
      String name = AttributeNames.neutral(member.name());
      return new Target(path.isEmpty() ? name : path + '.' + name, member.shape());
    }
  }

  /** Adds to the violations where the path leads nowhere or the value does not fit. */
  static UnaryOperator<Attributes> read(
      Input operation, EntityKind kind, String place, Violations violations) {
    Optional<Target> found = target(operation.text("AttributePath"), kind);
    if (found.isEmpty()) {
      violations.add("", place + ".attributePath", "lead to an attribute that can be updated");
      return UnaryOperator.identity();
    }
    Target target = found.get();
    JsonNode value = operation.node("AttributeValue");
    return Shape.isThere(value)
        ? set(target, value, place + ".attributeValue", violations)
        : attributes -> attributes.without(target.path);
  }

  private static UnaryOperator<Attributes> set(
      Target target, JsonNode value, String place, Violations violations) {
    JsonNode named = AttributeNames.named(value, target.shape);
    Violations wrong = Violations.ofDocument();
    target.shape.check(named, place, wrong);
    violations.addAll(wrong);
    return attributes -> attributes.with(target.path, AttributeNames.value(named, target.shape));
  }

  private static Optional<Target> target(String path, EntityKind kind) {
    Target enterprise = new Target(Extensions.NEUTRAL, AttributeShapes.ENTERPRISE);
    if (kind.hasExtensions() && path.equals(Extensions.ENTERPRISE)) {
      return Optional.of(enterprise);
    }
    return kind.hasExtensions() && path.startsWith(Extensions.ENTERPRISE + '.')
        ? walk(enterprise, path.substring(Extensions.ENTERPRISE.length() + 1))
        : walk(new Target("", kind.attributes()), path);
  }

  private static Optional<Target> walk(Target from, String path) {
    Optional<Target> reached = Optional.of(from);
    for (String name : path.split("\\.", -1)) {
      reached = reached.flatMap(target -> target.inside(name));
    }
    return reached;
  }
}
