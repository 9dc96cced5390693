package dev.roster.emulator.internal.huawei;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.exchange.EmulatedAttempt;
import dev.roster.emulator.internal.wire.Response;
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
final class MembershipOperations {

  private static final EmulatedAttempt ATTEMPT = EmulatedAttempt.INSTANCE;

  private final Successes responses;
  private final Rendering rendering;
  private final Set<AlternativeBehavior> behaviors;

  MembershipOperations(Successes responses, Set<AlternativeBehavior> behaviors) {
    this.responses = responses;
    this.rendering = new Rendering(behaviors);
    this.behaviors = behaviors;
  }

  Response create(Call call) throws Exception {
    Attributes body = call.body(Shapes.MEMBERSHIP);
    GroupId group = group(body);
    MemberId member = member(body);
    try {
      return ids(call.memberships().createMembership(group, member, ATTEMPT));
    } catch (MemoryStoreException refusal) {
      if (isResponseOfTheFirst(refusal)) {
        return ids(call.store().findMembership(group, member));
      }
      throw refusal;
    }
  }

  private boolean isResponseOfTheFirst(MemoryStoreException refusal) {
    return refusal.description().code() == ErrorCode.ALREADY_MEMBER
        && behaviors.contains(AlternativeBehavior.HUAWEI_SECOND_MEMBERSHIP_IS_THE_FIRST);
  }

  Response find(Call call) throws Exception {
    Attributes body = call.body(Shapes.MEMBERSHIP);
    GroupId group = group(body);
    MemberId member = member(body);
    return ids(call.memberships().findMembership(group, member, ATTEMPT));
  }

  Response check(Call call) throws Exception {
    Attributes body = call.body(Shapes.CHECK);
    List<GroupId> groups =
        ((List<?>) body.get("groupIds").orElseThrow())
            .stream().map(id -> Call.id(String.valueOf(id), GroupId::new)).toList();
    MemberId member = member(body);
    try {
      return verdicts(member, call.memberships().isMemberInGroups(member, groups, ATTEMPT));
    } catch (MemoryStoreException refusal) {
      if (refusal.description().missing() == Resource.GROUP
          && behaviors.contains(AlternativeBehavior.HUAWEI_MISSING_GROUP_IS_NO_MEMBERSHIP)) {
        return verdicts(member, memberOfThoseThatExist(call.store(), member, groups));
      }
      throw refusal;
    }
  }

  Response describe(Call call) throws Exception {
    MembershipId membership = call.idInPath("membership_id", MembershipId::new);
    return responses.ok(
        Rendering.membership(call.memberships().getMembership(membership, ATTEMPT)));
  }

  Response delete(Call call) throws Exception {
    MembershipId membership = call.idInPath("membership_id", MembershipId::new);
    return responses.deleted(() -> call.memberships().deleteMembership(membership, ATTEMPT));
  }

  Response list(Call call) throws Exception {
    GroupId group = call.idInQuery("group_id", GroupId::new);
    PageRequest page = call.page();
    return page(Resource.GROUP, () -> call.memberships().listMemberships(group, page, ATTEMPT));
  }

  Response listForMember(Call call) throws Exception {
    MemberId member = call.idInQuery("user_id", UserId::new);
    PageRequest page = call.page();
    return page(
        Resource.MEMBER, () -> call.memberships().listMembershipsForMember(member, page, ATTEMPT));
  }

  private Response page(Resource owner, Listing listing) throws Exception {
    try {
      return page(listing.read());
    } catch (MemoryStoreException refusal) {
      if (listsNothing(owner, refusal)) {
        return page(RawPage.of(List.of(), null));
      }
      throw refusal;
    }
  }

  private boolean listsNothing(Resource owner, MemoryStoreException refusal) {
    return refusal.description().missing() == owner
        && behaviors.contains(AlternativeBehavior.HUAWEI_MISSING_LISTS_NOTHING);
  }

  private Response page(RawPage<Membership> page) {
    List<Map<String, Object>> items = page.items().stream().map(Rendering::membership).toList();
    return responses.ok(
        rendering.page("group_memberships", RawPage.of(items, page.nextToken().orElse(null))));
  }

  private Response verdicts(MemberId member, Map<GroupId, Boolean> verdicts) {
    return responses.ok(rendering.verdicts(member, verdicts));
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

  private Response ids(Membership membership) {
    return responses.ok(Rendering.ids(membership));
  }

  private static GroupId group(Attributes body) {
    return Call.id(body.text("groupId").orElseThrow(), GroupId::new);
  }

  private static MemberId member(Attributes body) {
    return Call.id(body.text("memberId.userId").orElseThrow(), UserId::new);
  }

  /** Reads a page. */
  @FunctionalInterface
  private interface Listing {
    RawPage<Membership> read() throws Exception;
  }
}
