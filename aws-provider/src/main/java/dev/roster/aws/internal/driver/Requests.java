package dev.roster.aws.internal.driver;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MembershipId;
import dev.roster.aws.internal.attempt.AttemptRunner;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.PageRequest;
import java.util.List;
import software.amazon.awssdk.services.identitystore.model.CreateGroupMembershipRequest;
import software.amazon.awssdk.services.identitystore.model.DeleteGroupMembershipRequest;
import software.amazon.awssdk.services.identitystore.model.DescribeGroupMembershipRequest;
import software.amazon.awssdk.services.identitystore.model.GetGroupMembershipIdRequest;
import software.amazon.awssdk.services.identitystore.model.IsMemberInGroupsRequest;
import software.amazon.awssdk.services.identitystore.model.ListGroupMembershipsForMemberRequest;
import software.amazon.awssdk.services.identitystore.model.ListGroupMembershipsRequest;
import software.amazon.awssdk.services.identitystore.model.MemberId;

/** Makes the SDK's request for each operation. */
final class Requests {

  private final String store;
  private final AttemptRunner runner;

  Requests(IdentityStoreId store, AttemptRunner runner) {
    this.store = store.value();
    this.runner = runner;
  }

  CreateGroupMembershipRequest create(
      GroupId group, dev.roster.MemberId member, AttemptContext attempt) {
    return runner
        .limit(CreateGroupMembershipRequest.builder(), attempt)
        .identityStoreId(store)
        .groupId(group.value())
        .memberId(member(member))
        .build();
  }

  DeleteGroupMembershipRequest delete(MembershipId membership, AttemptContext attempt) {
    return runner
        .limit(DeleteGroupMembershipRequest.builder(), attempt)
        .identityStoreId(store)
        .membershipId(membership.value())
        .build();
  }

  DescribeGroupMembershipRequest describe(MembershipId membership, AttemptContext attempt) {
    return runner
        .limit(DescribeGroupMembershipRequest.builder(), attempt)
        .identityStoreId(store)
        .membershipId(membership.value())
        .build();
  }

  GetGroupMembershipIdRequest find(
      GroupId group, dev.roster.MemberId member, AttemptContext attempt) {
    return runner
        .limit(GetGroupMembershipIdRequest.builder(), attempt)
        .identityStoreId(store)
        .groupId(group.value())
        .memberId(member(member))
        .build();
  }

  ListGroupMembershipsRequest list(GroupId group, PageRequest page, AttemptContext attempt) {
    return runner
        .limit(ListGroupMembershipsRequest.builder(), attempt)
        .identityStoreId(store)
        .groupId(group.value())
        .maxResults(page.size())
        .nextToken(page.token().orElse(null))
        .build();
  }

  ListGroupMembershipsForMemberRequest listForMember(
      dev.roster.MemberId member, PageRequest page, AttemptContext attempt) {
    return runner
        .limit(ListGroupMembershipsForMemberRequest.builder(), attempt)
        .identityStoreId(store)
        .memberId(member(member))
        .maxResults(page.size())
        .nextToken(page.token().orElse(null))
        .build();
  }

  IsMemberInGroupsRequest check(
      dev.roster.MemberId member, List<GroupId> groups, AttemptContext attempt) {
    return runner
        .limit(IsMemberInGroupsRequest.builder(), attempt)
        .identityStoreId(store)
        .memberId(member(member))
        .groupIds(groups.stream().map(GroupId::value).toList())
        .build();
  }

  private static MemberId member(dev.roster.MemberId member) {
    return MemberId.fromUserId(member.value());
  }
}
