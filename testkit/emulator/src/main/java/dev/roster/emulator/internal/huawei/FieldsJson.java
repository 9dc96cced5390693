package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.internal.wire.Json;
import dev.roster.spi.InvalidInputException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as text and back. */
final class FieldsJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FieldsJson() {}

  static Map<String, Object> read(byte[] body, Shape.Fields shape) {
    return shape.read(
        "", Json.parse(body).orElseThrow(() -> new InvalidInputException("the body is not JSON")));
  }

  static ObjectNode write(Map<String, ?> fields) {
    return JSON.valueToTree(fields);
  }

  static JsonNode parse(String text, String path) {
    return Json.parse(text)
        .orElseThrow(
            () -> new InvalidInputException(path + " must be the JSON text of its new value"));
  }
}
