package dev.roster.examples.migration;

import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import com.huaweicloud.sdk.identitycenterstore.v1.model.AlternateIdentifierDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupMembershipReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DeleteGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupMembershipIdReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupMembershipIdRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetUserIdReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetUserIdRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.IsMemberInGroupsReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.IsMemberInGroupsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsForMemberRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsForMemberResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.MemberIdDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UniqueAttributeDto;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tasks with the Huawei Cloud SDK for Java v3. */
final class HuaweiSdkTasks implements MembershipTasks {

  private static final int GROUPS_OF_A_CHECK = 100;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final IdentityCenterStoreClient sdk;
  private final String store;

  HuaweiSdkTasks(IdentityCenterStoreClient sdk, String store) {
    this.sdk = sdk;
    this.store = store;
  }

  @Override
  public void add(String group, String user) {
    MemberIdDto member = new MemberIdDto().withUserId(user);
    try {
      sdk.createGroupMembership(
          new CreateGroupMembershipRequest()
              .withIdentityStoreId(store)
              .withBody(
                  new CreateGroupMembershipReqBody().withGroupId(group).withMemberId(member)));
    } catch (ServiceResponseException conflict) {
      if (conflict.getHttpStatusCode() != CONFLICT || find(group, member) == null) {
        throw conflict;
      }
    }
  }

  private @Nullable String find(String group, MemberIdDto member) {
    try {
      return sdk.getGroupMembershipId(
              new GetGroupMembershipIdRequest()
                  .withIdentityStoreId(store)
                  .withBody(
                      new GetGroupMembershipIdReqBody().withGroupId(group).withMemberId(member)))
          .getMembershipId();
    } catch (ServiceResponseException absent) {
      if (absent.getHttpStatusCode() != NOT_FOUND) {
        throw absent;
      }
      return null;
    }
  }

  @Override
  public void remove(String group, String user) {
    String membership = find(group, new MemberIdDto().withUserId(user));
    if (membership == null) {
      return;
    }
    try {
      sdk.deleteGroupMembership(
          new DeleteGroupMembershipRequest()
              .withIdentityStoreId(store)
              .withMembershipId(membership));
    } catch (ServiceResponseException absent) {
      if (absent.getHttpStatusCode() != NOT_FOUND) {
        throw absent;
      }
    }
  }

  @Override
  public List<String> membersOf(String group) {
    List<String> members = new ArrayList<>();
    String marker = null;
    do {
      ListGroupMembershipsResponse page =
          sdk.listGroupMemberships(
              new ListGroupMembershipsRequest()
                  .withIdentityStoreId(store)
                  .withGroupId(group)
                  .withLimit(100)
                  .withMarker(marker));
      page.getGroupMemberships().forEach(item -> members.add(item.getMemberId().getUserId()));
      marker = page.getPageInfo().getNextMarker();
    } while (marker != null);
    return members;
  }

  @Override
  public List<String> groupsOf(String user) {
    List<String> groups = new ArrayList<>();
    String marker = null;
    do {
      ListGroupMembershipsForMemberResponse page =
          sdk.listGroupMembershipsForMember(
              new ListGroupMembershipsForMemberRequest()
                  .withIdentityStoreId(store)
                  .withUserId(user)
                  .withLimit(100)
                  .withMarker(marker));
      page.getGroupMemberships().forEach(item -> groups.add(item.getGroupId()));
      marker = page.getPageInfo().getNextMarker();
    } while (marker != null);
    return groups;
  }

  @Override
  public Set<String> groupsAmong(String user, List<String> groups) {
    Set<String> found = new TreeSet<>();
    for (int from = 0; from < groups.size(); from += GROUPS_OF_A_CHECK) {
      List<String> some = groups.subList(from, Math.min(groups.size(), from + GROUPS_OF_A_CHECK));
      sdk
          .isMemberInGroups(
              new IsMemberInGroupsRequest()
                  .withIdentityStoreId(store)
                  .withBody(
                      new IsMemberInGroupsReqBody()
                          .withGroupIds(some)
                          .withMemberId(new MemberIdDto().withUserId(user))))
          .getResults()
          .stream()
          .filter(result -> result.getMembershipExists())
          .forEach(result -> found.add(result.getGroupId()));
    }
    return found;
  }

  @Override
  public String userNamed(String userName) {
    return sdk.getUserId(
            new GetUserIdRequest()
                .withIdentityStoreId(store)
                .withBody(
                    new GetUserIdReqBody()
                        .withAlternateIdentifier(
                            new AlternateIdentifierDto()
                                .withUniqueAttribute(
                                    new UniqueAttributeDto()
                                        .withAttributePath("user_name")
                                        .withAttributeValue(userName)))))
        .getUserId();
  }
}
