package dev.roster.huawei.internal.attributes;

import dev.roster.directory.ExternalId;
import dev.roster.huawei.internal.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The JSON that requests about users and groups carry. */
public final class EntryBodies {

  private static final String PATH = "attribute_path";
  private static final ExternalIdForm EXTERNAL_ID = new ExternalIdForm();

  private EntryBodies() {}

  public static byte[] create(List<CarriedField> fields) {
    return JsonObject.bytes(
        json ->
            fields.forEach(
                field -> {
                  json.writeName(field.name());
                  field.json().accept(json);
                }));
  }

  /** An operation without a value deletes; what is not named stays as it is. */
  public static byte[] update(List<CarriedField> set, List<String> cleared) {
    return JsonObject.bytes(
        json -> {
          json.writeArrayPropertyStart("operations");
          set.forEach(field -> writeAttribute(json, field.name(), field.text().get()));
          cleared.forEach(name -> writeDeletion(json, name));
          json.writeEndArray();
        });
  }

  public static byte[] query(String name, List<String> ids) {
    return JsonObject.bytes(
        json -> {
          json.writeArrayPropertyStart(name);
          ids.forEach(json::writeString);
          json.writeEndArray();
        });
  }

  public static byte[] byUniqueName(String attribute, String value) {
    return lookup(
        json -> {
          json.writeName("unique_attribute");
          writeAttribute(json, attribute, value);
        });
  }

  public static byte[] byExternalId(ExternalId externalId) {
    return lookup(
        json -> {
          json.writeName("external_id");
          EXTERNAL_ID.write(json, externalId);
        });
  }

  private static byte[] lookup(Consumer<JsonGenerator> identifier) {
    return JsonObject.bytes(
        json -> {
          json.writeObjectPropertyStart("alternate_identifier");
          identifier.accept(json);
          json.writeEndObject();
        });
  }

  private static void writeAttribute(JsonGenerator json, String path, String value) {
    json.writeStartObject();
    json.writeStringProperty(PATH, path);
    json.writeStringProperty("attribute_value", value);
    json.writeEndObject();
  }

  private static void writeDeletion(JsonGenerator json, String path) {
    json.writeStartObject();
    json.writeStringProperty(PATH, path);
    json.writeEndObject();
  }
}
