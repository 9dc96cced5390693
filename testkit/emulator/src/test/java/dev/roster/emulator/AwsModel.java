package dev.roster.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service's model says of the inputs, from a copy that the emulator's code never sees. */
final class AwsModel {

  private static final JsonNode MODEL = read();

  private AwsModel() {}

  static Iterable<String> operations() {
    return MODEL.get("operations").propertyNames();
  }

  static void forEachMember(String operation, BiConsumer<String, JsonNode> each) {
    MODEL.get("operations").get(operation).forEachEntry(each);
  }

  static JsonNode shape(String name) {
    return MODEL.get("shapes").get(name);
  }

  private static JsonNode read() {
    try (InputStream model = AwsModel.class.getResourceAsStream("/aws-identitystore-inputs.json")) {
      return JsonMapper.builder().build().readTree(Objects.requireNonNull(model));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
