package dev.roster.emulator.internal.aws;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** ARNs in place of identifiers, as pages of the API have them that are newer than the model. */
final class Arns {

  private static final Pattern GROUP = form("::group");

  private static final Map<String, Pattern> FORMS =
      Map.of(
          "IdentityStoreId", form(":[0-9]{12}:identitystore"),
          "UserId", form("::user"),
          "GroupId", GROUP,
          "MembershipId", form("::membership"));

  private Arns() {}

  private static Pattern form(String kind) {
    return Pattern.compile("arn:aws[a-z-]*:identitystore:" + kind + "/([^/]+)");
  }

  /** Puts the identifier in the place of each ARN of the right kind. */
  static void replaceIn(ObjectNode input) {
    FORMS.forEach((name, form) -> replace(input, name, form));
    if (input.path("MemberId") instanceof ObjectNode member) {
      FORMS.forEach((name, form) -> replace(member, name, form));
    }
    if (input.path("GroupIds") instanceof ArrayNode groups) {
      ArrayNode bare = JsonNodeFactory.instance.arrayNode();
      groups.forEach(group -> bare.add(bare(group, GROUP)));
      input.set("GroupIds", bare);
    }
  }

  private static void replace(ObjectNode object, String name, Pattern form) {
    if (object.has(name)) {
      object.set(name, bare(object.path(name), form));
    }
  }

  private static JsonNode bare(JsonNode identifier, Pattern form) {
    if (!identifier.isString()) {
      return identifier;
    }
    Matcher arn = form.matcher(identifier.stringValue());
    return arn.matches() ? StringNode.valueOf(arn.group(1)) : identifier;
  }
}
