package dev.roster.emulator;

import dev.roster.emulator.AwsShape.Member;
import dev.roster.emulator.AwsShape.Structure;
import dev.roster.memory.Attributes;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** One operation of an update: what it makes of the attributes. */
final class AwsAttributeChange {

  private AwsAttributeChange() {}

  /** An attribute by its path in the store. */
  private record Target(String path, AwsShape shape) {

    Optional<Target> inside(String name) {
      return shape instanceof Structure structure
          ? structure.member(name).map(this::inside)
          : Optional.empty();
    }

    private Target inside(Member member) {
      String name = AwsAttributes.neutral(member.name());
      return new Target(path.isEmpty() ? name : path + '.' + name, member.shape());
    }
  }

  /** Adds to the violations where the path leads nowhere or the value does not fit. */
  static UnaryOperator<Attributes> read(
      AwsInput operation, AwsEntityKind kind, String place, AwsViolations violations) {
    Optional<Target> found = target(operation.text("AttributePath"), kind);
    if (found.isEmpty()) {
      violations.add("", place + ".attributePath", "lead to an attribute that can be updated");
      return UnaryOperator.identity();
    }
    Target target = found.get();
    JsonNode value = operation.node("AttributeValue");
    if (!AwsShape.isThere(value)) {
      return attributes -> attributes.without(target.path);
    }
    JsonNode named = AwsAttributes.named(value, target.shape);
    AwsViolations wrong = AwsViolations.ofDocument();
    target.shape.check(named, place + ".attributeValue", wrong);
    violations.addAll(wrong);
    return attributes -> attributes.with(target.path, AwsAttributes.value(named, target.shape));
  }

  private static Optional<Target> target(String path, AwsEntityKind kind) {
    Target enterprise = new Target(AwsExtensions.NEUTRAL, AwsAttributeShapes.ENTERPRISE);
    if (kind.hasExtensions() && path.equals(AwsExtensions.ENTERPRISE)) {
      return Optional.of(enterprise);
    }
    return kind.hasExtensions() && path.startsWith(AwsExtensions.ENTERPRISE + '.')
        ? walk(enterprise, path.substring(AwsExtensions.ENTERPRISE.length() + 1))
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
