package dev.roster.emulator.internal.aws;

import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.state.Directory;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.spi.InvalidInputException;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is asked of attributes and look-ups beyond the shapes of the model. */
final class EntityRules {

  private static final String USER_NAME = "userName";

  private final EntityKind kind;
  private final List<String> needed;
  private final boolean fixedUserName;
  private final BiPredicate<String, String> samePath;

  EntityRules(EntityKind kind, Set<AlternativeBehavior> behaviors) {
    this.kind = kind;
    this.needed =
        behaviors.contains(AlternativeBehavior.AWS_NAMES_ARE_OPTIONAL) ? List.of() : kind.needed();
    this.fixedUserName = behaviors.contains(AlternativeBehavior.AWS_USER_NAME_NEVER_CHANGES);
    this.samePath = samePath(kind, behaviors);
  }

  private static BiPredicate<String, String> samePath(
      EntityKind kind, Set<AlternativeBehavior> behaviors) {
    boolean users = kind.equals(EntityKind.USERS);
    if (!users && behaviors.contains(AlternativeBehavior.AWS_GROUP_PATH_IS_CAMEL_CASE)) {
      return String::equals;
    }
    return !users && behaviors.contains(AlternativeBehavior.AWS_GROUP_PATH_IS_PASCAL_CASE)
        ? (path, given) -> path.equalsIgnoreCase(given) && !path.equals(given)
        : String::equalsIgnoreCase;
  }

  void requireComplete(Attributes attributes) {
    String missing =
        needed.stream()
            .filter(path -> attributes.get(path).isEmpty())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new InvalidInputException(missing + ": a required attribute is missing");
    }
  }

  /** Who never had a required attribute, as a test may have it, can still be updated. */
  void requireKept(Attributes before, Attributes after) {
    for (String path : needed) {
      if (before.get(path).isPresent() && after.get(path).isEmpty()) {
        throw new InvalidInputException(path + " is a required attribute and cannot be removed");
      }
    }
    if (fixedUserName && !before.get(USER_NAME).equals(after.get(USER_NAME))) {
      throw new InvalidInputException(USER_NAME + " cannot be changed");
    }
  }

  AttributeFilter filter(Input input) {
    return input.objects("Filters").stream()
        .findFirst()
        .map(filter -> filter(filter.text("AttributePath"), filter.text("AttributeValue")))
        .orElse(AttributeFilter.all());
  }

  Function<Directory<?>, String> lookup(Input alternateIdentifier) {
    return alternateIdentifier
        .optionalObject("ExternalId")
        .map(EntityRules::byExternalId)
        .orElseGet(() -> byUniqueAttribute(alternateIdentifier.object("UniqueAttribute")));
  }

  private AttributeFilter filter(String path, String value) {
    if (!path.equalsIgnoreCase(kind.filterable())) {
      throw new InvalidInputException("the only filter is by " + kind.filterable());
    }
    return AttributeFilter.equalTo(kind.filterable(), value);
  }

  private static Function<Directory<?>, String> byExternalId(Input externalId) {
    return directory ->
        directory.findByExternalId(externalId.text("Issuer"), externalId.text("Id"));
  }

  private Function<Directory<?>, String> byUniqueAttribute(Input attribute) {
    String path =
        kind.unique().stream()
            .filter(each -> samePath.test(each, attribute.text("AttributePath")))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "the attribute must be unique: one of " + kind.unique()));
    JsonNode value = attribute.node("AttributeValue");
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw new InvalidInputException("the value of " + path + " must be a text that is not empty");
    }
    return directory -> directory.find(path, value.stringValue());
  }
}
