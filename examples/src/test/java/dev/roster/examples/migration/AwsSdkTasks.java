package dev.roster.examples.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.ConflictException;
import software.amazon.awssdk.services.identitystore.model.ConflictExceptionReason;
import software.amazon.awssdk.services.identitystore.model.GroupMembership;
import software.amazon.awssdk.services.identitystore.model.MemberId;
import software.amazon.awssdk.services.identitystore.model.ResourceNotFoundException;

/** The tasks with the AWS SDK for Java v2. */
final class AwsSdkTasks implements MembershipTasks {

  private static final int GROUPS_OF_A_CHECK = 100;

  private final IdentitystoreClient sdk;
  private final String store;

  AwsSdkTasks(IdentitystoreClient sdk, String store) {
    this.sdk = sdk;
    this.store = store;
  }

  @Override
  public void add(String group, String user) {
    try {
      sdk.createGroupMembership(
          request ->
              request.identityStoreId(store).groupId(group).memberId(MemberId.fromUserId(user)));
    } catch (ConflictException conflict) {
      if (conflict.reason() != ConflictExceptionReason.UNIQUENESS_CONSTRAINT_VIOLATION) {
        throw conflict;
      }
    }
  }

  @Override
  public void remove(String group, String user) {
    try {
      String membership =
          sdk.getGroupMembershipId(
                  request ->
                      request
                          .identityStoreId(store)
                          .groupId(group)
                          .memberId(MemberId.fromUserId(user)))
              .membershipId();
      sdk.deleteGroupMembership(request -> request.identityStoreId(store).membershipId(membership));
    } catch (ResourceNotFoundException absent) {
      if (!"GROUP_MEMBERSHIP".equals(absent.resourceTypeAsString())) {
        throw absent;
      }
    }
  }

  @Override
  public List<String> membersOf(String group) {
    List<String> members = new ArrayList<>();
    for (GroupMembership membership :
        sdk.listGroupMembershipsPaginator(request -> request.identityStoreId(store).groupId(group))
            .groupMemberships()) {
      members.add(membership.memberId().userId());
    }
    return members;
  }

  @Override
  public List<String> groupsOf(String user) {
    return sdk
        .listGroupMembershipsForMemberPaginator(
            request -> request.identityStoreId(store).memberId(MemberId.fromUserId(user)))
        .groupMemberships()
        .stream()
        .map(GroupMembership::groupId)
        .toList();
  }

  @Override
  public Set<String> groupsAmong(String user, List<String> groups) {
    Set<String> found = new TreeSet<>();
    for (int from = 0; from < groups.size(); from += GROUPS_OF_A_CHECK) {
      List<String> some = groups.subList(from, Math.min(groups.size(), from + GROUPS_OF_A_CHECK));
      sdk
          .isMemberInGroups(
              request ->
                  request.identityStoreId(store).memberId(MemberId.fromUserId(user)).groupIds(some))
          .results()
          .stream()
          .filter(result -> result.membershipExists())
          .forEach(result -> found.add(result.groupId()));
    }
    return found;
  }

  @Override
  public String userNamed(String userName) {
    return sdk.getUserId(
            request ->
                request
                    .identityStoreId(store)
                    .alternateIdentifier(
                        key ->
                            key.uniqueAttribute(
                                unique ->
                                    unique
                                        .attributePath("userName")
                                        .attributeValue(Document.fromString(userName)))))
        .userId();
  }
}
