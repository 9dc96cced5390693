package dev.roster.emulator;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.spi.RawPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Outputs in the shapes of the AWS service model. */
final class AwsRendering {

  private AwsRendering() {}

  static ObjectNode ids(Membership membership) {
    return JsonFields.newObject()
        .put("MembershipId", membership.membershipId().value())
        .put("IdentityStoreId", membership.identityStoreId().value());
  }

  static ObjectNode membership(Membership membership) {
    ObjectNode output = ids(membership).put("GroupId", membership.groupId().value());
    output.set("MemberId", member(membership.memberId()));
    membership.createdAt().ifPresent(at -> output.put("CreatedAt", seconds(at)));
    membership.createdBy().ifPresent(by -> output.put("CreatedBy", by));
    membership.updatedAt().ifPresent(at -> output.put("UpdatedAt", seconds(at)));
    membership.updatedBy().ifPresent(by -> output.put("UpdatedBy", by));
    return output;
  }

  static ObjectNode page(RawPage<Membership> page) {
    ObjectNode output = JsonFields.newObject();
    ArrayNode items = output.putArray("GroupMemberships");
    page.items().forEach(item -> items.add(membership(item)));
    page.nextToken().ifPresent(token -> output.put("NextToken", token));
    return output;
  }

  static ObjectNode verdicts(MemberId member, Map<GroupId, Boolean> answers) {
    ObjectNode output = JsonFields.newObject();
    ArrayNode results = output.putArray("Results");
    answers.forEach(
        (group, exists) -> {
          ObjectNode result = results.addObject().put("GroupId", group.value());
          result.set("MemberId", member(member));
          result.put("MembershipExists", exists);
        });
    return output;
  }

  private static ObjectNode member(MemberId member) {
    return JsonFields.newObject().put("UserId", member.value());
  }

  private static BigDecimal seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3);
  }
}
