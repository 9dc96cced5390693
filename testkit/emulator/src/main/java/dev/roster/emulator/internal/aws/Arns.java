package dev.roster.emulator.internal.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * ARNs in place of the identifiers of one request, as the model has them since October 2026. Which
 * of the two a response has is not documented.
 */
final class Arns {

  /** Made up: the emulator has no accounts. */
  private static final String ACCOUNT = "111122223333";

  private static final String GROUP_ID = "GroupId";

  /** What stands between the service's name and the identifier. */
  private static final Map<String, String> KINDS =
      Map.of(
          Operations.STORE,
          ":[0-9]{12}:identitystore",
          "UserId",
          "::user",
          GROUP_ID,
          "::group",
          "MembershipId",
          "::membership");

  private static final Map<String, Pattern> FORMS = forms();

  private final Map<String, String> given = new LinkedHashMap<>();

  private static Map<String, Pattern> forms() {
    Map<String, Pattern> forms = new LinkedHashMap<>();
    KINDS.forEach(
        (name, kind) ->
            forms.put(name, Pattern.compile("arn:aws[a-z-]*:identitystore:" + kind + "/([^/]+)")));
    return Map.copyOf(forms);
  }

  /** The ARN of what a member of that name identifies. */
  static String of(String name, String id) {
    String kind = Objects.requireNonNull(KINDS.get(name)).replace("[0-9]{12}", ACCOUNT);
    return "arn:aws:identitystore:" + kind + '/' + id;
  }

  /** Puts the identifier in the place of each ARN of the right kind, and remembers the ARN. */
  void replaceIn(ObjectNode input) {
    FORMS.keySet().forEach(name -> replace(input, name));
    if (input.path("MemberId") instanceof ObjectNode member) {
      FORMS.keySet().forEach(name -> replace(member, name));
    }
    if (input.path("GroupIds") instanceof ArrayNode groups) {
      ArrayNode bare = JsonNodeFactory.instance.arrayNode();
      groups.forEach(group -> bare.add(bare(group, GROUP_ID)));
      input.set("GroupIds", bare);
    }
  }

  private void replace(ObjectNode object, String name) {
    if (object.has(name)) {
      object.set(name, bare(object.path(name), name));
    }
  }

  private JsonNode bare(JsonNode identifier, String name) {
    if (!identifier.isString()) {
      return identifier;
    }
    Matcher arn = Objects.requireNonNull(FORMS.get(name)).matcher(identifier.stringValue());
    if (!arn.matches()) {
      return identifier;
    }
    given.put(arn.group(1), identifier.stringValue());
    return StringNode.valueOf(arn.group(1));
  }

  /** Spells identifiers as the request did. */
  void echoIn(JsonNode output) {
    if (output instanceof ObjectNode object) {
      List.copyOf(object.propertyNames()).forEach(name -> echo(object, name));
    }
    output.forEach(this::echoIn);
  }

  private void echo(ObjectNode object, String name) {
    String arn = given.get(object.path(name).stringValue(""));
    if (arn != null && FORMS.containsKey(name)) {
      object.put(name, arn);
    }
  }
}
