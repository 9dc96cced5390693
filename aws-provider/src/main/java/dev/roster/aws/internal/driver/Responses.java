package dev.roster.aws.internal.driver;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.spi.RawPage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.identitystore.model.DescribeGroupMembershipResponse;
import software.amazon.awssdk.services.identitystore.model.GroupMembership;
import software.amazon.awssdk.services.identitystore.model.GroupMembershipExistenceResult;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreResponse;
import software.amazon.awssdk.services.identitystore.model.IsMemberInGroupsResponse;
import software.amazon.awssdk.services.identitystore.model.ListGroupMembershipsForMemberResponse;
import software.amazon.awssdk.services.identitystore.model.ListGroupMembershipsResponse;

/**
 * Reads one response about memberships. What was asked for is spelt in the result as the caller
 * spelt it, whether as an ARN or not.
 */
final class Responses extends ResponseChecks {

  private @Nullable GroupId lastGroup;
  private @Nullable UserId lastUser;

  Responses(IdentityStoreId store, IdentitystoreResponse response) {
    super(store, response);
  }

  Membership membership(
      GroupId group, MemberId member, @Nullable String membership, @Nullable String ofStore) {
    requireStore(ofStore);
    return new Membership(
        store(), group, member, required("MembershipId", membership, MembershipId::new));
  }

  Membership membership(MembershipId asked, DescribeGroupMembershipResponse response) {
    requireStore(response.identityStoreId());
    requireSame("MembershipId", asked.value(), response.membershipId());
    GroupId group = group(response.groupId());
    MemberId member = member(response.memberId());
    present("MembershipId", response.membershipId());
    return new Membership(store(), group, member, asked, audit(response));
  }

  RawPage<Membership> page(GroupId asked, ListGroupMembershipsResponse response) {
    List<GroupMembership> users =
        response.groupMemberships().stream().filter(row -> !isOfAnotherKind(row)).toList();
    return page(
            response.hasGroupMemberships(),
            users,
            response.nextToken(),
            row -> membership(same(asked, row.groupId()), member(row.memberId()), row))
        .withSkipped(response.groupMemberships().size() - users.size());
  }

  /** The SDK leaves out what it does not know of the union of kinds, so that nothing is left. */
  private static boolean isOfAnotherKind(@Nullable GroupMembership row) {
    return row != null && row.memberId() != null && row.memberId().userId() == null;
  }

  RawPage<Membership> page(MemberId asked, ListGroupMembershipsForMemberResponse response) {
    return page(
        response.hasGroupMemberships(),
        response.groupMemberships(),
        response.nextToken(),
        row -> membership(group(row.groupId()), same(asked, row.memberId()), row));
  }

  private RawPage<Membership> page(
      boolean present,
      List<GroupMembership> items,
      @Nullable String nextToken,
      Function<GroupMembership, Membership> reader) {
    if (!present) {
      throw bad("the response has no GroupMemberships");
    }
    return RawPage.of(List.of(memberships(items, reader)), nextToken);
  }

  private Membership[] memberships(
      List<GroupMembership> items, Function<GroupMembership, Membership> reader) {
    Membership[] memberships = new Membership[items.size()];
    for (int row = 0; row < memberships.length; row++) {
      memberships[row] = reader.apply(present("GroupMemberships", items.get(row)));
    }
    return memberships;
  }

  private GroupId same(GroupId asked, @Nullable String given) {
    requireSame("GroupId", asked.value(), present("GroupId", given));
    return asked;
  }

  private MemberId same(
      MemberId asked,
      software.amazon.awssdk.services.identitystore.model.@Nullable MemberId given) {
    requireSame("MemberId", asked.value(), member(given).value());
    return asked;
  }

  Map<GroupId, Boolean> checks(
      MemberId member, List<GroupId> groups, IsMemberInGroupsResponse response) {
    if (!response.hasResults()) {
      throw bad("the response has no Results");
    }
    Map<String, Boolean> results = new HashMap<>();
    for (GroupMembershipExistenceResult result : response.results()) {
      add(present("Results", result), member, results);
    }
    return asAsked(groups, results);
  }

  private void add(
      GroupMembershipExistenceResult result, MemberId member, Map<String, Boolean> results) {
    String group = barePart(group(result.groupId()).value());
    if (result.memberId() != null) {
      requireSame("MemberId", member.value(), result.memberId().userId());
    }
    Boolean exists = present("MembershipExists", result.membershipExists());
    if (!exists.equals(results.getOrDefault(group, exists))) {
      throw bad("the response says both yes and no about one group");
    }
    results.put(group, exists);
  }

  /** What the response leaves out stays out, and is an error to the client. */
  private static Map<GroupId, Boolean> asAsked(List<GroupId> groups, Map<String, Boolean> results) {
    Map<GroupId, Boolean> checks = new LinkedHashMap<>();
    for (GroupId group : groups) {
      Boolean exists = results.get(barePart(group.value()));
      if (exists != null) {
        checks.put(group, exists);
      }
    }
    return checks;
  }

  private Membership membership(GroupId group, MemberId member, GroupMembership item) {
    return new Membership(
        store(),
        group,
        member,
        required("MembershipId", item.membershipId(), MembershipId::new),
        audit(item.createdAt(), item.createdBy(), item.updatedAt(), item.updatedBy()));
  }

  /** Each row of a listing repeats either the group or the member of the row before. */
  private GroupId group(@Nullable String id) {
    if (lastGroup == null || !lastGroup.value().equals(id)) {
      lastGroup = required("GroupId", id, GroupId::new);
    }
    return lastGroup;
  }

  private UserId user(@Nullable String id) {
    if (lastUser == null || !lastUser.value().equals(id)) {
      lastUser = required("MemberId", id, UserId::new);
    }
    return lastUser;
  }

  /** Where one membership was asked for, there is nothing to go on with. */
  private MemberId member(
      software.amazon.awssdk.services.identitystore.model.@Nullable MemberId member) {
    if (member != null && member.userId() == null) {
      throw bad("the response has a kind of member that this version does not know, not a UserId");
    }
    return user(member == null ? null : member.userId());
  }

  private static AuditDetails audit(DescribeGroupMembershipResponse response) {
    return audit(
        response.createdAt(), response.createdBy(), response.updatedAt(), response.updatedBy());
  }
}
