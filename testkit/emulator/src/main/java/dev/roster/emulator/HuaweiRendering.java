package dev.roster.emulator;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.spi.RawPage;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Outputs in the shapes of the Huawei Cloud API; memberships have no audit fields there. */
final class HuaweiRendering {

  private HuaweiRendering() {}

  static ObjectNode ids(Membership membership) {
    return JsonFields.newObject()
        .put("identity_store_id", membership.identityStoreId().value())
        .put("membership_id", membership.membershipId().value());
  }

  static ObjectNode membership(Membership membership) {
    ObjectNode output = ids(membership).put("group_id", membership.groupId().value());
    output.set("member_id", member(membership.memberId()));
    return output;
  }

  static ObjectNode page(RawPage<Membership> page) {
    ObjectNode output = JsonFields.newObject();
    ArrayNode items = output.putArray("group_memberships");
    page.items().forEach(item -> items.add(membership(item)));
    ObjectNode info = output.putObject("page_info");
    info.putNull("next_marker");
    page.nextToken().ifPresent(token -> info.put("next_marker", token));
    info.put("current_count", page.items().size());
    return output;
  }

  static ObjectNode verdicts(MemberId member, Map<GroupId, Boolean> answers) {
    ObjectNode output = JsonFields.newObject();
    ArrayNode results = output.putArray("results");
    answers.forEach(
        (group, exists) -> {
          ObjectNode result = results.addObject().put("group_id", group.value());
          result.set("member_id", member(member));
          result.put("membership_exists", exists);
        });
    return output;
  }

  private static ObjectNode member(MemberId member) {
    return JsonFields.newObject().put("user_id", member.value());
  }
}
