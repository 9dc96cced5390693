package dev.roster.emulator.internal.aws;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.emulator.internal.state.Directory.Entity;
import dev.roster.spi.RawPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Outputs in the shapes of the AWS service model. */
final class Rendering {

  private Rendering() {}

  static ObjectNode ids(Membership membership) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("MembershipId", membership.membershipId().value())
        .put("MembershipArn", Arns.of("MembershipId", membership.membershipId().value()))
        .put("IdentityStoreId", membership.identityStoreId().value());
  }

  static ObjectNode membership(Membership membership) {
    ObjectNode output = ids(membership).put("GroupId", membership.groupId().value());
    output.set("MemberId", member(membership.memberId()));
    return audit(membership.audit(), output);
  }

  static ObjectNode ids(EntityKind kind, String id, String store) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(kind.idName(), id)
        .put(kind.arnName(), Arns.of(kind.idName(), id))
        .put("IdentityStoreId", store);
  }

  static ObjectNode updated(EntityKind kind, Entity entity, String store) {
    return ids(kind, entity.id(), store).put("Revision", entity.revision());
  }

  static ObjectNode user(Entity user, String store, Collection<String> extensions) {
    ObjectNode output = entity(EntityKind.USERS, user, store);
    boolean disabled = user.attributes().get("enabled").filter(Boolean.FALSE::equals).isPresent();
    output.put("UserStatus", disabled ? "DISABLED" : "ENABLED");
    Extensions.write(user.attributes(), extensions, output);
    return output;
  }

  static ObjectNode entity(EntityKind kind, Entity entity, String store) {
    ObjectNode output = ids(kind, entity.id(), store);
    AttributeNames.write(entity.attributes(), kind.attributes(), output);
    AttributeNames.write(entity.attributes(), AttributeShapes.EXTERNAL_IDS, output);
    output.put("Revision", entity.revision());
    return audit(entity.audit(), output);
  }

  static <T> ObjectNode page(String name, RawPage<T> page, Function<T, ObjectNode> rendering) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ArrayNode items = output.putArray(name);
    page.items().forEach(item -> items.add(rendering.apply(item)));
    page.nextToken().ifPresent(token -> output.put("NextToken", token));
    return output;
  }

  static ObjectNode verdicts(MemberId member, List<Map.Entry<GroupId, Boolean>> verdicts) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ArrayNode results = output.putArray("Results");
    for (Map.Entry<GroupId, Boolean> verdict : verdicts) {
      ObjectNode result = results.addObject().put("GroupId", verdict.getKey().value());
      result.set("MemberId", member(member));
      result.put("MembershipExists", verdict.getValue());
    }
    return output;
  }

  private static ObjectNode audit(AuditDetails audit, ObjectNode output) {
    audit.createdAt().ifPresent(at -> output.put("CreatedAt", seconds(at)));
    audit.createdBy().ifPresent(by -> output.put("CreatedBy", by));
    audit.updatedAt().ifPresent(at -> output.put("UpdatedAt", seconds(at)));
    audit.updatedBy().ifPresent(by -> output.put("UpdatedBy", by));
    return output;
  }

  private static ObjectNode member(MemberId member) {
    return JsonNodeFactory.instance.objectNode().put("UserId", member.value());
  }

  private static BigDecimal seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3);
  }
}
