package dev.roster.emulator;

import dev.roster.memory.StoreOperation;
import java.util.List;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.AlternateIdentifier;
import software.amazon.awssdk.services.identitystore.model.AttributeOperation;
import software.amazon.awssdk.services.identitystore.model.MemberId;

/** One call of each operation, whose input is in order but for the store. */
record AwsSdkCall(StoreOperation operation, BiConsumer<IdentitystoreClient, String> action) {

  private static final String ID = AwsSamples.ID;
  private static final MemberId MEMBER = MemberId.builder().userId(ID).build();
  private static final AttributeOperation CHANGE =
      AttributeOperation.builder()
          .attributePath("displayName")
          .attributeValue(Document.fromString("x"))
          .build();
  private static final AlternateIdentifier EXTERNAL_ID =
      AlternateIdentifier.fromExternalId(id -> id.issuer("x").id("x"));

  static final List<AwsSdkCall> ALL =
      List.of(
          call(
              StoreOperation.CREATE_USER,
              (client, store) ->
                  client.createUser(
                      r ->
                          r.identityStoreId(store)
                              .userName("x")
                              .displayName("x")
                              .name(name -> name.givenName("x").familyName("x")))),
          call(
              StoreOperation.DELETE_USER,
              (client, store) -> client.deleteUser(r -> r.identityStoreId(store).userId(ID))),
          call(
              StoreOperation.DESCRIBE_USER,
              (client, store) -> client.describeUser(r -> r.identityStoreId(store).userId(ID))),
          call(
              StoreOperation.UPDATE_USER,
              (client, store) ->
                  client.updateUser(r -> r.identityStoreId(store).userId(ID).operations(CHANGE))),
          call(
              StoreOperation.LIST_USERS,
              (client, store) -> client.listUsers(r -> r.identityStoreId(store))),
          call(
              StoreOperation.GET_USER_ID,
              (client, store) ->
                  client.getUserId(r -> r.identityStoreId(store).alternateIdentifier(EXTERNAL_ID))),
          call(
              StoreOperation.CREATE_GROUP,
              (client, store) ->
                  client.createGroup(r -> r.identityStoreId(store).displayName("x"))),
          call(
              StoreOperation.DELETE_GROUP,
              (client, store) -> client.deleteGroup(r -> r.identityStoreId(store).groupId(ID))),
          call(
              StoreOperation.DESCRIBE_GROUP,
              (client, store) -> client.describeGroup(r -> r.identityStoreId(store).groupId(ID))),
          call(
              StoreOperation.UPDATE_GROUP,
              (client, store) ->
                  client.updateGroup(r -> r.identityStoreId(store).groupId(ID).operations(CHANGE))),
          call(
              StoreOperation.LIST_GROUPS,
              (client, store) -> client.listGroups(r -> r.identityStoreId(store))),
          call(
              StoreOperation.GET_GROUP_ID,
              (client, store) ->
                  client.getGroupId(
                      r -> r.identityStoreId(store).alternateIdentifier(EXTERNAL_ID))),
          call(
              StoreOperation.CREATE_GROUP_MEMBERSHIP,
              (client, store) ->
                  client.createGroupMembership(
                      r -> r.identityStoreId(store).groupId(ID).memberId(MEMBER))),
          call(
              StoreOperation.DELETE_GROUP_MEMBERSHIP,
              (client, store) ->
                  client.deleteGroupMembership(r -> r.identityStoreId(store).membershipId(ID))),
          call(
              StoreOperation.DESCRIBE_GROUP_MEMBERSHIP,
              (client, store) ->
                  client.describeGroupMembership(r -> r.identityStoreId(store).membershipId(ID))),
          call(
              StoreOperation.GET_GROUP_MEMBERSHIP_ID,
              (client, store) ->
                  client.getGroupMembershipId(
                      r -> r.identityStoreId(store).groupId(ID).memberId(MEMBER))),
          call(
              StoreOperation.LIST_GROUP_MEMBERSHIPS,
              (client, store) ->
                  client.listGroupMemberships(r -> r.identityStoreId(store).groupId(ID))),
          call(
              StoreOperation.LIST_GROUP_MEMBERSHIPS_FOR_MEMBER,
              (client, store) ->
                  client.listGroupMembershipsForMember(
                      r -> r.identityStoreId(store).memberId(MEMBER))),
          call(
              StoreOperation.IS_MEMBER_IN_GROUPS,
              (client, store) ->
                  client.isMemberInGroups(
                      r -> r.identityStoreId(store).memberId(MEMBER).groupIds(ID))));

  private static AwsSdkCall call(
      StoreOperation operation, BiConsumer<IdentitystoreClient, String> action) {
    return new AwsSdkCall(operation, action);
  }

  @Override
  public String toString() {
    return operation.serviceName();
  }
}
