package dev.roster.emulator.internal.aws;

import dev.roster.memory.Attributes;
import dev.roster.spi.InvalidInputException;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one extension that is documented: what an enterprise knows of its users. */
final class Extensions {

  static final String ENTERPRISE = "aws:identitystore:enterprise";

  /** Its name in the store. */
  static final String NEUTRAL = "enterprise";

  private Extensions() {}

  static void requireKnown(Collection<String> names) {
    if (!names.stream().allMatch(ENTERPRISE::equals)) {
      throw new InvalidInputException("the only extension is " + ENTERPRISE);
    }
  }

  static Attributes read(JsonNode extensions, Attributes attributes) {
    requireKnown(extensions.propertyNames());
    JsonNode given = extensions.path(ENTERPRISE);
    if (!Shape.isThere(given)) {
      return attributes;
    }
    JsonNode named = AttributeNames.named(given, AttributeShapes.ENTERPRISE);
    requireValid(named);
    return attributes.with(NEUTRAL, AttributeNames.value(named, AttributeShapes.ENTERPRISE));
  }

  private static void requireValid(JsonNode named) {
    Violations violations = Violations.ofDocument();
    AttributeShapes.ENTERPRISE.check(named, "extensions." + ENTERPRISE, violations);
    violations.throwIfAny();
  }

  static void write(Attributes attributes, Collection<String> wanted, ObjectNode user) {
    Optional<Object> enterprise = attributes.get(NEUTRAL);
    if (wanted.contains(ENTERPRISE) && enterprise.isPresent()) {
      user.putObject("Extensions")
          .set(ENTERPRISE, AttributeNames.node(enterprise.get(), AttributeShapes.ENTERPRISE));
    }
  }
}
