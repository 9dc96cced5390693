package dev.roster.emulator;

import dev.roster.spi.InvalidInputException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as text and back. */
final class HuaweiJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HuaweiJson() {}

  static Map<String, Object> read(byte[] body, HuaweiShape.Fields shape) {
    return shape.read("", parse(body));
  }

  static ObjectNode write(Map<String, ?> fields) {
    return JSON.valueToTree(fields);
  }

  static JsonNode parse(String text) throws JacksonException {
    return JSON.readTree(text);
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException malformed) {
      throw new InvalidInputException("the body is not JSON");
    }
  }
}
