package dev.roster.emulator.internal.huawei;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.state.Directory.Entity;
import dev.roster.spi.RawPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outputs in the shapes of the Huawei Cloud API; memberships have no audit fields there. */
final class Rendering {

  private final Set<AlternativeBehavior> behaviors;

  Rendering(Set<AlternativeBehavior> behaviors) {
    this.behaviors = behaviors;
  }

  static Map<String, Object> ids(Membership membership) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("identity_store_id", membership.identityStoreId().value());
    output.put("membership_id", membership.membershipId().value());
    return output;
  }

  static Map<String, Object> membership(Membership membership) {
    Map<String, Object> output = ids(membership);
    output.put("group_id", membership.groupId().value());
    output.put("member_id", member(membership.memberId()));
    return output;
  }

  private static Map<String, Object> verdict(GroupId group, MemberId member, boolean exists) {
    return Map.of(
        "group_id", group.value(), "member_id", member(member), "membership_exists", exists);
  }

  Map<String, Object> verdicts(MemberId member, Map<GroupId, Boolean> verdicts) {
    List<Map<String, Object>> results = new ArrayList<>();
    verdicts.forEach((group, exists) -> results.add(verdict(group, member, exists)));
    if (behaviors.contains(AlternativeBehavior.HUAWEI_VERDICTS_ARE_REVERSED)) {
      Collections.reverse(results);
    }
    return Map.of("results", results);
  }

  /** A user or a group. */
  Map<String, Object> entry(Call call, EntityKind resource, Entity entry, Shape.Fields fields) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("identity_store_id", call.storeId());
    output.put(resource.idName(), entry.id());
    output.putAll(fields.write(entry.attributes().asMap()));
    if (output.get("external_ids") instanceof List<?> ids
        && !ids.isEmpty()
        && ids.get(0) instanceof Map<?, ?> first) {
      output.put("external_id", first.get("id"));
    }
    entry.audit().createdAt().ifPresent(at -> output.put("created_at", time(at)));
    entry.audit().createdBy().ifPresent(by -> output.put("created_by", by));
    entry.audit().updatedAt().ifPresent(at -> output.put("updated_at", time(at)));
    entry.audit().updatedBy().ifPresent(by -> output.put("updated_by", by));
    return output;
  }

  Map<String, Object> page(String listName, RawPage<Map<String, Object>> page) {
    Map<String, Object> info = new LinkedHashMap<>();
    if (page.nextToken().isPresent()) {
      info.put("next_marker", page.nextToken().get());
    } else if (behaviors.contains(AlternativeBehavior.HUAWEI_LAST_MARKER_IS_EMPTY)) {
      info.put("next_marker", "");
    } else if (!behaviors.contains(AlternativeBehavior.HUAWEI_LAST_MARKER_IS_ABSENT)) {
      info.put("next_marker", null);
    }
    info.put("current_count", page.items().size());
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(listName, page.items());
    output.put("page_info", info);
    return output;
  }

  private long time(Instant instant) {
    return behaviors.contains(AlternativeBehavior.HUAWEI_TIMES_ARE_SECONDS)
        ? instant.getEpochSecond()
        : instant.toEpochMilli();
  }

  private static Map<String, String> member(MemberId member) {
    return Map.of("user_id", member.value());
  }
}
