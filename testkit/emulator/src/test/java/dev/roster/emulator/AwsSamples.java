package dev.roster.emulator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Texts at the edges of what the model allows, and inputs that are in order. */
final class AwsSamples {

  static final String STORE = "d-1234567890";
  static final String ID = "0123456789-aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String UUID = ID.substring(11);

  /** The shortest and the longest texts, and one of a wrong form. */
  record Texts(String shortest, String longest, String malformed) {}

  private static final Map<String, Texts> TEXTS =
      Map.of(
          "IdentityStoreId", new Texts(STORE, UUID, "D-1234567890"),
          "ResourceId", new Texts(UUID, ID, "none"),
          "UserName", new Texts("x", "x".repeat(128), "a b"),
          "GroupDisplayName", new Texts("x", "\u00a0".repeat(1024), "\u3000"),
          "SensitiveStringType", new Texts("\u3000", "\ud83d\ude42".repeat(1024), "\u0007"),
          "ExternalIdIssuer", new Texts("x", "x".repeat(256), "a b"),
          "ExternalIdIdentifier", new Texts("x", "x".repeat(256), "a b"),
          "AttributePath", new Texts("x", "x".repeat(255), "a.b.c.d"),
          "NextToken", new Texts("x", "x".repeat(65_535), "!"),
          "ExtensionName",
              new Texts(
                  "aws:identitystore:x",
                  "aws:identitystore:" + "x".repeat(20),
                  "aws:identitystore:" + "x".repeat(21)));

  private static final Map<String, String> MEMBERS =
      Map.of(
          "IdentityStoreId", '"' + STORE + '"',
          "UserId", '"' + ID + '"',
          "GroupId", '"' + ID + '"',
          "MembershipId", '"' + ID + '"',
          "MemberId", "{\"UserId\":\"" + ID + "\"}",
          "GroupIds", "[\"" + ID + "\"]",
          "AlternateIdentifier",
              "{\"UniqueAttribute\":{\"AttributePath\":\"displayName\",\"AttributeValue\":\"x\"}}",
          "Operations", "[{\"AttributePath\":\"displayName\",\"AttributeValue\":\"x\"}]");

  private AwsSamples() {}

  static Texts texts(String shape) {
    return Objects.requireNonNull(TEXTS.get(shape), shape);
  }

  /** A whole input in which everything that is required is in order. */
  static ObjectNode input(String operation) {
    ObjectNode input = JSON.createObjectNode();
    AwsModel.forEachMember(
        operation,
        (name, member) -> {
          if (member.path("required").booleanValue(false)) {
            input.set(name, JSON.readTree(Objects.requireNonNull(MEMBERS.get(name), name)));
          }
        });
    return input;
  }

  /** Some value that is in order; of an object, with all that is required in it. */
  static JsonNode value(String shapeName) {
    JsonNode shape = AwsModel.shape(shapeName);
    return switch (shape.get("type").stringValue()) {
      case "string" -> JSON.valueToTree(texts(shapeName).shortest());
      case "integer" -> JSON.valueToTree(shape.get("min").intValue());
      case "boolean", "document" -> JSON.valueToTree(true);
      case "list" -> JSON.valueToTree(List.of(value(shape.get("item").stringValue())));
      case "map" ->
          JSON.createObjectNode()
              .set(
                  texts(shape.get("key").stringValue()).shortest(),
                  value(shape.get("value").stringValue()));
      default -> structure(shape);
    };
  }

  private static ObjectNode structure(JsonNode shape) {
    ObjectNode value = JSON.createObjectNode();
    boolean union = shape.path("union").booleanValue(false);
    shape
        .get("members")
        .forEachEntry(
            (name, member) -> {
              if (member.path("required").booleanValue(false) || (union && value.isEmpty())) {
                value.set(name, value(member.get("shape").stringValue()));
              }
            });
    return value;
  }
}
