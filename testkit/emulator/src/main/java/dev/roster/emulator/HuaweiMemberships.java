package dev.roster.emulator;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations on memberships. */
final class HuaweiMemberships {

  private static final EmulatedAttempt ATTEMPT = EmulatedAttempt.INSTANCE;

  private final HuaweiReplies replies;
  private final HuaweiRendering rendering;
  private final Set<AlternativeAnswer> answers;

  HuaweiMemberships(HuaweiReplies replies, Set<AlternativeAnswer> answers) {
    this.replies = replies;
    this.rendering = new HuaweiRendering(answers);
    this.answers = answers;
  }

  Reply create(HuaweiCall call) throws Exception {
    Attributes body = call.body(HuaweiShapes.MEMBERSHIP);
    GroupId group = group(body);
    MemberId member = member(body);
    try {
      return ids(call.memberships().createMembership(group, member, ATTEMPT));
    } catch (MemoryStoreException refusal) {
      if (refusal.description().code() == ErrorCode.ALREADY_MEMBER
          && answers.contains(AlternativeAnswer.HUAWEI_SECOND_MEMBERSHIP_IS_THE_FIRST)) {
        return ids(call.store().findMembership(group, member));
      }
      throw refusal;
    }
  }

  Reply find(HuaweiCall call) throws Exception {
    Attributes body = call.body(HuaweiShapes.MEMBERSHIP);
    GroupId group = group(body);
    MemberId member = member(body);
    return ids(call.memberships().findMembership(group, member, ATTEMPT));
  }

  Reply check(HuaweiCall call) throws Exception {
    Attributes body = call.body(HuaweiShapes.CHECK);
    List<GroupId> groups =
        ((List<?>) body.get("groupIds").orElseThrow())
            .stream().map(id -> HuaweiCall.id(String.valueOf(id), GroupId::new)).toList();
    MemberId member = member(body);
    try {
      return verdicts(member, call.memberships().isMemberInGroups(member, groups, ATTEMPT));
    } catch (MemoryStoreException refusal) {
      if (refusal.description().missing() == Resource.GROUP
          && answers.contains(AlternativeAnswer.HUAWEI_MISSING_GROUP_IS_NO_MEMBERSHIP)) {
        return verdicts(member, memberOfThoseThatExist(call.store(), member, groups));
      }
      throw refusal;
    }
  }

  Reply describe(HuaweiCall call) throws Exception {
    MembershipId membership = call.idInPath("membership_id", MembershipId::new);
    return replies.ok(
        HuaweiRendering.membership(call.memberships().getMembership(membership, ATTEMPT)));
  }

  Reply delete(HuaweiCall call) throws Exception {
    MembershipId membership = call.idInPath("membership_id", MembershipId::new);
    return replies.deleted(() -> call.memberships().deleteMembership(membership, ATTEMPT));
  }

  Reply list(HuaweiCall call) throws Exception {
    GroupId group = call.idInQuery("group_id", GroupId::new);
    PageRequest page = call.page();
    return page(Resource.GROUP, () -> call.memberships().listMemberships(group, page, ATTEMPT));
  }

  Reply listForMember(HuaweiCall call) throws Exception {
    MemberId member = call.idInQuery("user_id", UserId::new);
    PageRequest page = call.page();
    return page(
        Resource.MEMBER, () -> call.memberships().listMembershipsForMember(member, page, ATTEMPT));
  }

  private Reply page(Resource owner, Listing listing) throws Exception {
    try {
      return page(listing.read());
    } catch (MemoryStoreException refusal) {
      if (refusal.description().missing() == owner
          && answers.contains(AlternativeAnswer.HUAWEI_MISSING_LISTS_NOTHING)) {
        return page(RawPage.of(List.of(), null));
      }
      throw refusal;
    }
  }

  private Reply page(RawPage<Membership> page) {
    List<Map<String, Object>> items =
        page.items().stream().map(HuaweiRendering::membership).toList();
    return replies.ok(
        rendering.page("group_memberships", RawPage.of(items, page.nextToken().orElse(null))));
  }

  private Reply verdicts(MemberId member, Map<GroupId, Boolean> verdicts) {
    return replies.ok(rendering.verdicts(member, verdicts));
  }

  private static Map<GroupId, Boolean> memberOfThoseThatExist(
      MemoryIdentityStore store, MemberId member, List<GroupId> groups) {
    Map<GroupId, Boolean> verdicts = new LinkedHashMap<>();
    groups.forEach(group -> verdicts.put(group, isMember(store, member, group)));
    return verdicts;
  }

  private static boolean isMember(MemoryIdentityStore store, MemberId member, GroupId group) {
    try {
      store.findMembership(group, member);
      return true;
    } catch (MemoryStoreException absent) {
      return false;
    }
  }

  private Reply ids(Membership membership) {
    return replies.ok(HuaweiRendering.ids(membership));
  }

  private static GroupId group(Attributes body) {
    return HuaweiCall.id(body.text("groupId").orElseThrow(), GroupId::new);
  }

  private static MemberId member(Attributes body) {
    return HuaweiCall.id(body.text("memberId.userId").orElseThrow(), UserId::new);
  }

  /** Reads a page. */
  @FunctionalInterface
  private interface Listing {
    RawPage<Membership> read() throws Exception;
  }
}
