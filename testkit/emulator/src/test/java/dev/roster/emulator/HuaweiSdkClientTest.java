package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.core.exception.SdkException;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupMembershipReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DeleteGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.DescribeGroupMembershipResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupMembershipIdReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GetGroupMembershipIdRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GroupMembershipDto;
import com.huaweicloud.sdk.identitycenterstore.v1.model.GroupMembershipItem;
import com.huaweicloud.sdk.identitycenterstore.v1.model.IsMemberInGroupsReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.IsMemberInGroupsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsForMemberRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.MemberIdDto;
import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulator as the official Huawei Cloud client sees it. */
class HuaweiSdkClientTest {

  private final Emulator emulator = Emulator.start();
  private final IdentityCenterStoreClient client = HuaweiSdk.client(emulator, emulator.key());
  private final String store = emulator.store().identityStoreId().value();
  private final GroupId group = emulator.store().addGroup();
  private final UserId user = emulator.store().addUser();
  private final MemberIdDto member = new MemberIdDto().withUserId(user.value());

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void allSevenOperationsWork() {
    String id = create();
    DescribeGroupMembershipResponse described = describe(id);
    assertThat(described.getGroupId()).isEqualTo(group.value());
    assertThat(described.getMemberId()).isEqualTo(member);
    assertThat(find()).isEqualTo(id);
    requireListed(id);
    requireMember();
    delete(id);

    assertThat(emulator.store().membershipCount()).isZero();
    assertThat(emulator.journal())
        .hasSize(7)
        .allMatch(entry -> entry.protocol() == Protocol.HUAWEI && entry.status() / 100 == 2);
  }

  private void requireListed(String id) {
    assertThat(list(100, null).getGroupMemberships())
        .extracting(GroupMembershipDto::getMembershipId)
        .containsExactly(id);
    assertThat(
            client
                .listGroupMembershipsForMember(
                    new ListGroupMembershipsForMemberRequest()
                        .withIdentityStoreId(store)
                        .withUserId(user.value()))
                .getGroupMemberships())
        .extracting(GroupMembershipItem::getGroupId)
        .containsExactly(group.value());
  }

  private void requireMember() {
    assertThat(
            client
                .isMemberInGroups(
                    new IsMemberInGroupsRequest()
                        .withIdentityStoreId(store)
                        .withBody(
                            new IsMemberInGroupsReqBody()
                                .withGroupIds(List.of(group.value()))
                                .withMemberId(member)))
                .getResults())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.getMembershipExists()).isTrue());
  }

  @Test
  void markersLeadThroughEveryMembershipOnce() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(
          emulator
              .store()
              .createMembership(group, emulator.store().addUser())
              .membershipId()
              .value());
    }
    List<String> seen = new ArrayList<>();
    String marker = null;
    do {
      ListGroupMembershipsResponse page = list(2, marker);
      page.getGroupMemberships().forEach(item -> seen.add(item.getMembershipId()));
      marker = page.getPageInfo().getNextMarker();
    } while (marker != null);

    assertThat(seen).isEqualTo(made);
    assertThat(emulator.requestCount(Operation.LIST_MEMBERSHIPS)).isEqualTo(3);
  }

  @Test
  void aSecondMembershipIsAConflict() {
    create();

    assertRefused(this::create, 409, "IIC.1007");
  }

  @Test
  void whatIsMissingIsNotFound() {
    assertRefused(() -> describe("none"), 404, "IIC.404");
    assertRefused(() -> delete("none"), 404, "IIC.404");
    assertRefused(this::find, 404, "IIC.404");
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED,429,APIGW.0308,0",
    "SERVER_ERROR,500,IIC.500,0",
    "SERVER_ERROR_AFTER_COMMIT,500,IIC.500,1",
    "CONCURRENT_MODIFICATION,409,IIC.1006,0",
    "CONFLICT,409,IIC.1007,0",
    "CLOCK_SKEW,401,APIGW.0301,0",
    "ACCESS_DENIED,403,IIC.1000,0",
    "QUOTA_EXCEEDED,403,IIC.1003,0",
    "PAGE_TOKEN_EXPIRED,400,IIC.400,0"
  })
  void aScriptedRefusalHasItsWireForm(FaultKind kind, int status, String code, int applied) {
    onCreate(Fault.of(kind));

    assertRefused(this::create, status, code);
    assertThat(emulator.store().membershipCount()).isEqualTo(applied);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"REQUEST_LOST", "RESPONSE_LOST", "RESPONSE_GARBLED", "RESPONSE_TRUNCATED"})
  void aBrokenResponseAppliesWhatItSays(FaultKind kind) {
    onCreate(Fault.of(kind));

    assertThat(catchThrowable(this::create)).isInstanceOf(SdkException.class);

    assertThat(emulator.store().membershipCount()).isEqualTo(kind.isApplied() ? 1 : 0);
  }

  @Test
  void aWrongSecretAndAnUnknownKeyAreRefused() {
    AccessKey key = emulator.key();

    assertRefusedWith(AccessKey.of(key.id(), "fakeSecretThatIsWrong"));
    assertRefusedWith(AccessKey.of("FAKEAKUNKNOWN", key.secret()));
    assertRefusedWith(AccessKey.temporary(key.id(), key.secret(), "fake-token"));
    assertThat(emulator.store().requests().total()).isZero();
  }

  @Test
  void temporaryKeysAreAcceptedWithTheirToken() {
    AccessKey key = AccessKey.temporary("FAKEAKTEMPORARY", "fakeSecret", "fake-token");
    try (Emulator strict = Emulator.builder().key(key).start()) {
      GroupId there = strict.store().addGroup();

      assertThat(list(HuaweiSdk.client(strict, key), there).getGroupMemberships()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT16M", "-PT16M"})
  void aTimeOfSigningThatIsTooFarOffIsRefused(Duration offset) {
    ManualTime clock = new ManualTime(Instant.now().plus(offset));
    try (Emulator shifted = Emulator.builder().clock(clock).start()) {
      GroupId there = shifted.store().addGroup();

      ServiceResponseException refused =
          assertRefused(
              () -> list(HuaweiSdk.client(shifted, shifted.key()), there), 401, "APIGW.0301");
      assertThat(refused.getErrorMsg()).contains("Signature expired");
    }
  }

  private void assertRefusedWith(AccessKey key) {
    assertRefused(() -> list(HuaweiSdk.client(emulator, key), group), 401, "APIGW.0301");
  }

  private ServiceResponseException assertRefused(ThrowingCallable call, int status, String code) {
    ServiceResponseException refused = catchThrowableOfType(ServiceResponseException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.getHttpStatusCode()).isEqualTo(status);
    assertThat(refused.getErrorCode()).isEqualTo(code);
    assertThat(refused.getRequestId()).isNotBlank();
    return refused;
  }

  private void onCreate(Fault fault) {
    emulator.store().faults().on(Operation.CREATE_MEMBERSHIP).next(fault);
  }

  private String create() {
    return client
        .createGroupMembership(
            new CreateGroupMembershipRequest()
                .withIdentityStoreId(store)
                .withBody(
                    new CreateGroupMembershipReqBody()
                        .withGroupId(group.value())
                        .withMemberId(member)))
        .getMembershipId();
  }

  private DescribeGroupMembershipResponse describe(String id) {
    return client.describeGroupMembership(
        new DescribeGroupMembershipRequest().withIdentityStoreId(store).withMembershipId(id));
  }

  private String find() {
    return client
        .getGroupMembershipId(
            new GetGroupMembershipIdRequest()
                .withIdentityStoreId(store)
                .withBody(
                    new GetGroupMembershipIdReqBody()
                        .withGroupId(group.value())
                        .withMemberId(member)))
        .getMembershipId();
  }

  private void delete(String id) {
    client.deleteGroupMembership(
        new DeleteGroupMembershipRequest().withIdentityStoreId(store).withMembershipId(id));
  }

  private ListGroupMembershipsResponse list(int limit, @Nullable String marker) {
    return client.listGroupMemberships(
        new ListGroupMembershipsRequest()
            .withIdentityStoreId(store)
            .withGroupId(group.value())
            .withLimit(limit)
            .withMarker(marker));
  }

  private ListGroupMembershipsResponse list(IdentityCenterStoreClient other, GroupId of) {
    return other.listGroupMemberships(
        new ListGroupMembershipsRequest().withIdentityStoreId(store).withGroupId(of.value()));
  }
}
