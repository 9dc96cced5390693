package dev.roster.huawei.internal.driver;

import dev.roster.GroupId;
import dev.roster.MemberId;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON that requests carry, written straight to the bytes that are signed and sent. */
final class RequestBodies {

  private static final JsonFactory JSON = new JsonFactory();

  private RequestBodies() {}

  static byte[] groupAndMember(GroupId group, MemberId member) {
    return object(
        json -> {
          json.writeStringProperty("group_id", group.value());
          writeMember(json, member);
        });
  }

  static byte[] memberAndGroups(MemberId member, List<GroupId> groups) {
    return object(
        json -> {
          json.writeArrayPropertyStart("group_ids");
          groups.forEach(group -> json.writeString(group.value()));
          json.writeEndArray();
          writeMember(json, member);
        });
  }

  private static void writeMember(JsonGenerator json, MemberId member) {
    json.writeObjectPropertyStart("member_id");
    json.writeStringProperty("user_id", member.value());
    json.writeEndObject();
  }

  static byte[] object(Consumer<JsonGenerator> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      fields.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
