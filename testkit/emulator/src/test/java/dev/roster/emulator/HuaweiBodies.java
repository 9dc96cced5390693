package dev.roster.emulator;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Valid bodies of requests to Huawei Cloud, and what makes others of them. */
final class HuaweiBodies {

  static final String EVERY_USER_FIELD =
      """
      {"user_name": "jdoe", "display_name": "Jane Doe", "password_mode": "OTP",
       "name": {"family_name": "Doe", "given_name": "Jane", "middle_name": "M",
                "formatted": "Jane M Doe", "honorific_prefix": "Dr", "honorific_suffix": "Jr"},
       "emails": [{"value": "jane@example.com", "type": "Work", "primary": true}],
       "nickname": "jd", "title": "Engineer", "user_type": "Staff", "locale": "en-GB",
       "preferred_language": "en", "timezone": "Europe/London",
       "profile_url": "https://example.com/jdoe",
       "phone_numbers": [{"value": "+44 0000", "type": "Work", "primary": true}],
       "addresses": [{"country": "GB", "region": "London", "locality": "London",
                      "postal_code": "N1", "street_address": "1 Fake Street",
                      "formatted": "1 Fake Street, London", "type": "Work", "primary": true}],
       "enterprise": {"cost_center": "42", "department": "R", "division": "D",
                      "employee_number": "7", "organization": "Example",
                      "manager": {"value": "boss"}}}
      """;

  static final String GROUP = "{\"display_name\": \"Developers\", \"description\": \"All\"}";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HuaweiBodies() {}

  static JsonNode parse(String json) {
    return JSON.readTree(json);
  }

  /** A user of which only what is required is known. */
  static String user(String name) {
    return """
    {"user_name": "%1$s", "display_name": "%1$s", "name": {"given_name": "%1$s"},
     "emails": [{"value": "%1$s@example.com"}], "password_mode": "OTP"}
    """
        .formatted(name);
  }

  static String update(String path, String value) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode operation = body.putArray("operations").addObject();
    operation.put("attribute_path", path);
    operation.put("attribute_value", value);
    return body.toString();
  }

  /** A body with another value in one place. */
  static String with(String body, String pointer, JsonNode value) {
    JsonNode changed = parse(body);
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = changed.at(place.head());
    if (parent instanceof ArrayNode list) {
      list.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return changed.toString();
  }

  static String with(String body, String pointer, String value) {
    return with(body, pointer, JSON.getNodeFactory().stringNode(value));
  }

  /** A body whose list in one place has its first item as often as is said. */
  static String repeating(String body, String pointer, int times) {
    JsonNode item = parse(body).at(pointer).get(0);
    ArrayNode list = JSON.createArrayNode();
    for (int i = 0; i < times; i++) {
      list.add(item);
    }
    return with(body, pointer, list);
  }

  /** A body without a field. */
  static String without(String body, String pointer) {
    JsonNode changed = parse(body);
    JsonPointer place = JsonPointer.compile(pointer);
    ((ObjectNode) changed.at(place.head())).remove(place.last().getMatchingProperty());
    return changed.toString();
  }
}
