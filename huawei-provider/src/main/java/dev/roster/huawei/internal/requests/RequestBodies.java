package dev.roster.huawei.internal.requests;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.huawei.internal.json.JsonObject;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The JSON that requests carry, written straight to the bytes that are signed and sent. */
public final class RequestBodies {

  private RequestBodies() {}

  public static byte[] groupAndMember(GroupId group, MemberId member) {
    return JsonObject.bytes(
        json -> {
          json.writeStringProperty("group_id", group.value());
          writeMember(json, member);
        });
  }

  public static byte[] memberAndGroups(MemberId member, List<GroupId> groups) {
    return JsonObject.bytes(
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
}
