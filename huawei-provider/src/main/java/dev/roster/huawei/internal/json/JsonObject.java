package dev.roster.huawei.internal.json;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON object, written straight to the bytes that are signed and sent. */
public final class JsonObject {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonObject() {}

  /**
   * Writes an object.
   *
   * @param fields writes its fields
   */
  public static byte[] bytes(Consumer<JsonGenerator> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      fields.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
