package dev.roster.emulator;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import com.huaweicloud.sdk.identitycenterstore.v1.model.AlternateIdentifierDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.AttributeOperationDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupMembershipReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateUserReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateUserRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DeleteGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DeleteGroupRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DeleteUserRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeGroupRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeUserRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.EmailDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupIdReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupIdRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupMembershipIdReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupMembershipIdRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetUserIdReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetUserIdRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.IsMemberInGroupsReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.IsMemberInGroupsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsForMemberRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListUsersRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.MemberIdDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.NameDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UniqueAttributeDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UpdateGroupReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UpdateGroupRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UpdateUserReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UpdateUserRequest;
import dev.roster.memory.StoreOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The official Huawei Cloud client, with nothing changed but endpoint and keys. */
final class HuaweiSdk {

  private HuaweiSdk() {}

  static IdentityCenterStoreClient client(Emulator emulator, AccessKey key) {
    BasicCredentials credentials =
        new BasicCredentials()
            .withAk(key.id())
            .withSk(key.secret())
            .withProjectId("0fakeproject00000000000000000001");
    key.token().ifPresent(credentials::withSecurityToken);
    return IdentityCenterStoreClient.newBuilder()
        .withCredential(credentials)
        .withEndpoints(List.of(emulator.endpoint().toString()))
        .build();
  }

  /** Calls an operation of a store; one text is the identifier or name of all that it names. */
  static Object call(
      IdentityCenterStoreClient client, StoreOperation operation, String store, String text) {
    if (operation.name().contains("MEMBER")) {
      return callAboutMemberships(client, operation, store, text);
    }
    return operation.name().contains("USER")
        ? callAboutUsers(client, operation, store, text)
        : callAboutGroups(client, operation, store, text);
  }

  private static Object callAboutUsers(
      IdentityCenterStoreClient client, StoreOperation operation, String store, String text) {
    return switch (operation) {
      case CREATE_USER -> client.createUser(createUser(store, text));
      case DELETE_USER ->
          client.deleteUser(new DeleteUserRequest().withIdentityStoreId(store).withUserId(text));
      case DESCRIBE_USER ->
          client.describeUser(
              new DescribeUserRequest().withIdentityStoreId(store).withUserId(text));
      case UPDATE_USER -> client.updateUser(updateUser(store, text, "title", text));
      case LIST_USERS -> client.listUsers(new ListUsersRequest().withIdentityStoreId(store));
      case GET_USER_ID ->
          client.getUserId(
              new GetUserIdRequest()
                  .withIdentityStoreId(store)
                  .withBody(
                      new GetUserIdReqBody().withAlternateIdentifier(unique("user_name", text))));
      default -> throw new IllegalArgumentException(operation + " is not about users");
    };
  }

  private static Object callAboutGroups(
      IdentityCenterStoreClient client, StoreOperation operation, String store, String text) {
    return switch (operation) {
      case CREATE_GROUP ->
          client.createGroup(
              new CreateGroupRequest()
                  .withIdentityStoreId(store)
                  .withBody(new CreateGroupReqBody().withDisplayName(text)));
      case DELETE_GROUP ->
          client.deleteGroup(new DeleteGroupRequest().withIdentityStoreId(store).withGroupId(text));
      case DESCRIBE_GROUP ->
          client.describeGroup(
              new DescribeGroupRequest().withIdentityStoreId(store).withGroupId(text));
      case UPDATE_GROUP -> client.updateGroup(updateGroup(store, text, "description", text));
      case LIST_GROUPS -> client.listGroups(new ListGroupsRequest().withIdentityStoreId(store));
      case GET_GROUP_ID ->
          client.getGroupId(
              new GetGroupIdRequest()
                  .withIdentityStoreId(store)
                  .withBody(
                      new GetGroupIdReqBody()
                          .withAlternateIdentifier(unique("display_name", text))));
      default -> throw new IllegalArgumentException(operation + " is not about groups");
    };
  }

  private static Object callAboutMemberships(
      IdentityCenterStoreClient client, StoreOperation operation, String store, String text) {
    MemberIdDto member = new MemberIdDto().withUserId(text);
    return switch (operation) {
      case CREATE_GROUP_MEMBERSHIP ->
          client.createGroupMembership(
              new CreateGroupMembershipRequest()
                  .withIdentityStoreId(store)
                  .withBody(
                      new CreateGroupMembershipReqBody().withGroupId(text).withMemberId(member)));
      case DELETE_GROUP_MEMBERSHIP ->
          client.deleteGroupMembership(
              new DeleteGroupMembershipRequest().withIdentityStoreId(store).withMembershipId(text));
      case DESCRIBE_GROUP_MEMBERSHIP ->
          client.describeGroupMembership(
              new DescribeGroupMembershipRequest()
                  .withIdentityStoreId(store)
                  .withMembershipId(text));
      default -> askAboutMemberships(client, operation, store, text);
    };
  }

  private static Object askAboutMemberships(
      IdentityCenterStoreClient client, StoreOperation operation, String store, String text) {
    MemberIdDto member = new MemberIdDto().withUserId(text);
    return switch (operation) {
      case GET_GROUP_MEMBERSHIP_ID ->
          client.getGroupMembershipId(
              new GetGroupMembershipIdRequest()
                  .withIdentityStoreId(store)
                  .withBody(
                      new GetGroupMembershipIdReqBody().withGroupId(text).withMemberId(member)));
      case LIST_GROUP_MEMBERSHIPS ->
          client.listGroupMemberships(
              new ListGroupMembershipsRequest().withIdentityStoreId(store).withGroupId(text));
      case LIST_GROUP_MEMBERSHIPS_FOR_MEMBER ->
          client.listGroupMembershipsForMember(
              new ListGroupMembershipsForMemberRequest()
                  .withIdentityStoreId(store)
                  .withUserId(text));
      case IS_MEMBER_IN_GROUPS ->
          client.isMemberInGroups(
              new IsMemberInGroupsRequest()
                  .withIdentityStoreId(store)
                  .withBody(
                      new IsMemberInGroupsReqBody()
                          .withGroupIds(List.of(text))
                          .withMemberId(member)));
      default -> throw new IllegalArgumentException(operation + " is not about memberships");
    };
  }

  static CreateUserRequest createUser(String store, String name) {
    return new CreateUserRequest()
        .withIdentityStoreId(store)
        .withBody(
            new CreateUserReqBody()
                .withUserName(name)
                .withDisplayName(name)
                .withName(new NameDto().withGivenName(name).withFamilyName("Doe"))
                .withEmails(
                    List.of(new EmailDto().withValue(name + "@example.com").withPrimary(true)))
                .withPasswordMode(CreateUserReqBody.PasswordModeEnum.OTP));
  }

  static UpdateUserRequest updateUser(
      String store, String user, String path, @Nullable String value) {
    return new UpdateUserRequest()
        .withIdentityStoreId(store)
        .withUserId(user)
        .withBody(new UpdateUserReqBody().withOperations(List.of(operation(path, value))));
  }

  static UpdateGroupRequest updateGroup(String store, String group, String path, String value) {
    return new UpdateGroupRequest()
        .withIdentityStoreId(store)
        .withGroupId(group)
        .withBody(new UpdateGroupReqBody().withOperations(List.of(operation(path, value))));
  }

  private static AlternateIdentifierDto unique(String path, String value) {
    return new AlternateIdentifierDto()
        .withUniqueAttribute(
            new UniqueAttributeDto().withAttributePath(path).withAttributeValue(value));
  }

  private static AttributeOperationDto operation(String path, @Nullable String value) {
    return new AttributeOperationDto().withAttributePath(path).withAttributeValue(value);
  }
}
