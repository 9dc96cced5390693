package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import com.huaweicloud.sdk.identitycenterstore.v1.model.AlternateIdentifierDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateUserResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeGroupRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeGroupResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeUserRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeUserResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.EmailDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ExternalIdDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupIdResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetUserIdReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetUserIdRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetUserIdResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GroupDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupsResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListUsersRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListUsersResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.UserDto;
import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.StoreOperation;
import dev.roster.memory.StoreQuotas;
import dev.roster.memory.StoreSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All 19 operations, and each of their errors, as the official Huawei Cloud client sees them. */
class HuaweiSdkOperationsTest {

  private static final Emulator EMULATOR = Emulator.start();
  private static final StoreSnapshot EMPTY = EMULATOR.store().snapshot();
  private static final String STORE = EMULATOR.store().identityStoreId().value();
  private static final IdentityCenterStoreClient CLIENT =
      HuaweiSdk.client(EMULATOR, EMULATOR.key());

  @AfterAll
  static void close() {
    EMULATOR.close();
  }

  @BeforeEach
  void empty() {
    EMULATOR.store().restore(EMPTY);
    EMULATOR.store().quotas(StoreQuotas.documented());
  }

  static Stream<StoreOperation> operations() {
    return Stream.of(StoreOperation.values())
        .filter(each -> !each.isBatch() && !each.isAboutStores());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationSucceeds(StoreOperation operation) {
    String id = "both";
    GroupId group = new GroupId(id);
    UserId user = new UserId(id);
    if (operation != StoreOperation.CREATE_USER) {
      EMULATOR.store().users().add(user, Attributes.of(Map.of("userName", id)));
    }
    if (operation != StoreOperation.CREATE_GROUP) {
      EMULATOR.store().groups().add(group, Attributes.of(Map.of("displayName", id)));
    }
    String named =
        switch (operation) {
          case DESCRIBE_GROUP_MEMBERSHIP, DELETE_GROUP_MEMBERSHIP -> made(group, user);
          default -> id;
        };
    if (operation == StoreOperation.GET_GROUP_MEMBERSHIP_ID) {
      made(group, user);
    }

    assertThat(HuaweiSdk.call(CLIENT, operation, STORE, named)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCESS_DENIED,403,IIC.1000",
    "CONCURRENT_MODIFICATION,409,IIC.1006",
    "CONFLICT,409,IIC.1007",
    "QUOTA_EXCEEDED,403,IIC.1003",
    "THROTTLED,429,APIGW.0308",
    "CLOCK_SKEW,401,APIGW.0301",
    "SERVER_ERROR,500,IIC.500"
  })
  void everyOperationCanBeRefused(FaultKind fault, int status, String code) {
    for (StoreOperation operation : operations().toList()) {
      EMULATOR.store().faults().on(operation).next(Fault.of(fault));

      ServiceResponseException refused =
          assertRefused(() -> HuaweiSdk.call(CLIENT, operation, STORE, "none"), status, code);
      assertThat(refused.getEncodedAuthorizationMessage() != null)
          .isEqualTo(fault == FaultKind.ACCESS_DENIED);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationRefusesABrokenRuleAnUnknownStoreAndAnUnknownKey(StoreOperation operation) {
    IdentityCenterStoreClient stranger =
        HuaweiSdk.client(EMULATOR, AccessKey.of("FAKEAKUNKNOWN", "fakeSecret"));

    assertRefused(() -> HuaweiSdk.call(CLIENT, operation, "d-short", "x1"), 400, "IIC.400");
    assertRefused(() -> HuaweiSdk.call(CLIENT, operation, "d-0000000000", "x1"), 404, "IIC.404");
    assertRefused(() -> HuaweiSdk.call(stranger, operation, STORE, "x1"), 401, "APIGW.0301");
  }

  @ParameterizedTest
  @EnumSource(
      value = StoreOperation.class,
      mode = EnumSource.Mode.MATCH_NONE,
      names = {
        "CREATE_USER",
        "CREATE_GROUP",
        "LIST_USERS",
        "LIST_GROUPS",
        ".*_GROUP_MEMBERS",
        ".*_IDENTITY_STORES?"
      })
  void everyOperationOnSomethingThatIsMissingSaysSo(StoreOperation operation) {
    assertRefused(() -> HuaweiSdk.call(CLIENT, operation, STORE, "none"), 404, "IIC.404");
  }

  @ParameterizedTest
  @EnumSource(
      value = StoreOperation.class,
      names = {"CREATE_USER", "CREATE_GROUP"})
  void aNameThatIsTakenIsAConflict(StoreOperation operation) {
    HuaweiSdk.call(CLIENT, operation, STORE, "jdoe");

    assertRefused(() -> HuaweiSdk.call(CLIENT, operation, STORE, "jdoe"), 409, "IIC.1007");
    HuaweiSdk.call(CLIENT, operation, STORE, "other");
  }

  @Test
  void aNameThatIsTakenIsAConflictForAnUpdateToo() {
    HuaweiSdk.call(CLIENT, StoreOperation.CREATE_GROUP, STORE, "first");
    GroupId second = EMULATOR.store().addGroup();

    assertRefused(
        () ->
            CLIENT.updateGroup(
                HuaweiSdk.updateGroup(STORE, second.value(), "display_name", "first")),
        409,
        "IIC.1007");
  }

  @Test
  void quotasAreKept() {
    EMULATOR.store().quotas(new StoreQuotas(1, 1, 0));
    UserId user = EMULATOR.store().addUser();
    GroupId group = EMULATOR.store().addGroup();

    for (StoreOperation creation :
        List.of(StoreOperation.CREATE_USER, StoreOperation.CREATE_GROUP)) {
      assertRefused(() -> HuaweiSdk.call(CLIENT, creation, STORE, "jdoe"), 403, "IIC.1003");
    }
    EMULATOR.store().addUser(new UserId("same"));
    EMULATOR.store().addGroup(new GroupId("same"));
    assertRefused(
        () -> HuaweiSdk.call(CLIENT, StoreOperation.CREATE_GROUP_MEMBERSHIP, STORE, "same"),
        403,
        "IIC.1003");
    assertThat(EMULATOR.store().users().ids()).contains(user);
    assertThat(EMULATOR.store().groups().ids()).contains(group);
  }

  @Test
  void aUserIsMadeFoundChangedListedAndDeleted() {
    CreateUserResponse made = CLIENT.createUser(HuaweiSdk.createUser(STORE, "jdoe"));
    String id = made.getUserId();
    assertThat(made.getPassword()).contains("FAKE");

    CLIENT.updateUser(HuaweiSdk.updateUser(STORE, id, "title", "Engineer"));
    CLIENT.updateUser(
        HuaweiSdk.updateUser(STORE, id, "emails", "[{\"value\":\"new@example.com\"}]"));
    DescribeUserResponse user =
        CLIENT.describeUser(new DescribeUserRequest().withIdentityStoreId(STORE).withUserId(id));
    assertThat(user.getTitle()).isEqualTo("Engineer");
    assertThat(user.getEmails()).extracting(EmailDto::getValue).containsExactly("new@example.com");
    assertThat(user.getName().getFamilyName()).isEqualTo("Doe");
    assertThat(user.getEnabled()).isTrue();
    assertThat(user.getEmailVerified()).isFalse();
    assertThat(user.getCreatedAt()).isPositive().isLessThanOrEqualTo(user.getUpdatedAt());

    GetUserIdResponse found =
        (GetUserIdResponse) HuaweiSdk.call(CLIENT, StoreOperation.GET_USER_ID, STORE, "jdoe");
    assertThat(found.getUserId()).isEqualTo(id);
    ListUsersResponse listed =
        CLIENT.listUsers(new ListUsersRequest().withIdentityStoreId(STORE).withUserName("jdoe"));
    assertThat(listed.getUsers()).extracting(UserDto::getUserId).containsExactly(id);

    HuaweiSdk.call(CLIENT, StoreOperation.DELETE_USER, STORE, id);
    assertThat(EMULATOR.store().users().count()).isZero();
  }

  @Test
  void theDeleteFormOfTheClientIsAnOperationWithoutAValue() {
    String id = CLIENT.createUser(HuaweiSdk.createUser(STORE, "jdoe")).getUserId();
    CLIENT.updateUser(HuaweiSdk.updateUser(STORE, id, "title", "Engineer"));

    CLIENT.updateUser(HuaweiSdk.updateUser(STORE, id, "title", null));

    assertThat(
            CLIENT
                .describeUser(new DescribeUserRequest().withIdentityStoreId(STORE).withUserId(id))
                .getTitle())
        .isNull();
  }

  @Test
  void aGroupIsMadeFoundChangedListedAndDeleted() {
    HuaweiSdk.call(CLIENT, StoreOperation.CREATE_GROUP, STORE, "Developers");
    String id =
        ((GetGroupIdResponse)
                HuaweiSdk.call(CLIENT, StoreOperation.GET_GROUP_ID, STORE, "Developers"))
            .getGroupId();

    CLIENT.updateGroup(HuaweiSdk.updateGroup(STORE, id, "description", "All of them"));
    DescribeGroupResponse group =
        CLIENT.describeGroup(new DescribeGroupRequest().withIdentityStoreId(STORE).withGroupId(id));
    assertThat(group.getDisplayName()).isEqualTo("Developers");
    assertThat(group.getDescription()).isEqualTo("All of them");
    ListGroupsResponse listed =
        CLIENT.listGroups(
            new ListGroupsRequest().withIdentityStoreId(STORE).withDisplayName("velop"));
    assertThat(listed.getGroups()).extracting(GroupDto::getGroupId).containsExactly(id);

    HuaweiSdk.call(CLIENT, StoreOperation.DELETE_GROUP, STORE, id);
    assertThat(EMULATOR.store().groups().count()).isZero();
  }

  @Test
  void aUserIsFoundByTheIdentifierOfAnExternalProvider() {
    UserId user =
        EMULATOR
            .store()
            .users()
            .create(
                Attributes.of(
                    Map.of("externalIds", List.of(Map.of("issuer", "idp", "id", "4711")))));

    GetUserIdResponse found =
        CLIENT.getUserId(
            new GetUserIdRequest()
                .withIdentityStoreId(STORE)
                .withBody(
                    new GetUserIdReqBody()
                        .withAlternateIdentifier(
                            new AlternateIdentifierDto()
                                .withExternalId(
                                    new ExternalIdDto().withIssuer("idp").withId("4711")))));
    DescribeUserResponse described =
        CLIENT.describeUser(
            new DescribeUserRequest().withIdentityStoreId(STORE).withUserId(user.value()));

    assertThat(found.getUserId()).isEqualTo(user.value());
    assertThat(described.getExternalId()).isEqualTo("4711");
    assertThat(described.getExternalIds())
        .containsExactly(new ExternalIdDto().withIssuer("idp").withId("4711"));
  }

  @Test
  void markersLeadThroughEveryUserOnce() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(CLIENT.createUser(HuaweiSdk.createUser(STORE, "user" + i)).getUserId());
    }
    List<String> seen = new ArrayList<>();
    ListUsersRequest next = new ListUsersRequest().withIdentityStoreId(STORE).withLimit(2);
    do {
      ListUsersResponse page = CLIENT.listUsers(next);
      page.getUsers().forEach(user -> seen.add(user.getUserId()));
      next.setMarker(page.getPageInfo().getNextMarker());
    } while (next.getMarker() != null);

    assertThat(seen).isEqualTo(made);
  }

  private static String made(GroupId group, UserId user) {
    return EMULATOR.store().createMembership(group, user).membershipId().value();
  }

  private static ServiceResponseException assertRefused(
      ThrowingCallable call, int status, String code) {
    ServiceResponseException refused = catchThrowableOfType(ServiceResponseException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.getHttpStatusCode()).isEqualTo(status);
    assertThat(refused.getErrorCode()).isEqualTo(code);
    assertThat(refused.getErrorMsg()).isNotBlank();
    assertThat(refused.getRequestId()).isNotBlank();
    return refused;
  }
}
