package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.memory.StoreQuotas;
import dev.roster.memory.StoreSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.Address;
import software.amazon.awssdk.services.identitystore.model.AlternateIdentifier;
import software.amazon.awssdk.services.identitystore.model.AttributeOperation;
import software.amazon.awssdk.services.identitystore.model.ConflictException;
import software.amazon.awssdk.services.identitystore.model.ConflictExceptionReason;
import software.amazon.awssdk.services.identitystore.model.CreateUserRequest;
import software.amazon.awssdk.services.identitystore.model.DescribeGroupResponse;
import software.amazon.awssdk.services.identitystore.model.DescribeUserResponse;
import software.amazon.awssdk.services.identitystore.model.Email;
import software.amazon.awssdk.services.identitystore.model.Group;
import software.amazon.awssdk.services.identitystore.model.GroupMembership;
import software.amazon.awssdk.services.identitystore.model.MemberId;
import software.amazon.awssdk.services.identitystore.model.PhoneNumber;
import software.amazon.awssdk.services.identitystore.model.Photo;
import software.amazon.awssdk.services.identitystore.model.Role;
import software.amazon.awssdk.services.identitystore.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.identitystore.model.User;
import software.amazon.awssdk.services.identitystore.model.UserStatus;

/** Both clients of the official SDK carry out all 19 operations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsSdkOperationsTest {

  private static final String STORE = AwsSamples.STORE;
  private static final String ENTERPRISE = "aws:identitystore:enterprise";
  private static final CreateUserRequest JANE =
      CreateUserRequest.builder()
          .identityStoreId(STORE)
          .userName("jane")
          .displayName("Jane Doe")
          .name(name -> name.givenName("Jane").familyName("Doe"))
          .emails(Email.builder().value("jane@example.invalid").type("work").primary(true).build())
          .addresses(Address.builder().locality("Springfield").postalCode("00000").build())
          .phoneNumbers(PhoneNumber.builder().value("+00 0000").build())
          .photos(
              Photo.builder().value("https://example.invalid/1").build(),
              Photo.builder().value("https://example.invalid/2").display("2").build())
          .roles(Role.builder().value("auditor").build())
          .locale("en-GB")
          .extensions(
              Map.of(
                  ENTERPRISE,
                  Document.mapBuilder()
                      .putString("costCenter", "42")
                      .putMap("manager", manager -> manager.putString("value", "john"))
                      .build()))
          .build();

  private final Emulator emulator = Emulator.start();
  private final StoreSnapshot empty = emulator.store().snapshot();
  private final Map<AwsSdk, IdentitystoreClient> clients = new EnumMap<>(AwsSdk.class);

  @BeforeAll
  void start() {
    for (AwsSdk sdk : AwsSdk.values()) {
      clients.put(sdk, sdk.client(emulator));
    }
  }

  @AfterEach
  void forget() {
    emulator.store().restore(empty);
    emulator.store().quotas(StoreQuotas.documented());
  }

  @AfterAll
  void close() {
    clients.values().forEach(IdentitystoreClient::close);
    emulator.close();
  }

  @ParameterizedTest
  @EnumSource(AwsSdk.class)
  void theSixOperationsOfUsers(AwsSdk sdk) {
    IdentitystoreClient client = client(sdk);
    String id = client.createUser(JANE).userId();
    client.updateUser(
        r ->
            r.identityStoreId(STORE)
                .userId(id)
                .operations(set("title", Document.fromString("Dr"))));

    requireJaneAsADoctor(
        client.describeUser(r -> r.identityStoreId(STORE).userId(id).extensions(ENTERPRISE)));
    assertThat(client.listUsers(r -> r.identityStoreId(STORE)).users())
        .singleElement()
        .extracting(User::userId, User::hasExtensions)
        .containsExactly(id, false);
    assertThat(
            client
                .getUserId(
                    r -> r.identityStoreId(STORE).alternateIdentifier(unique("userName", "jane")))
                .userId())
        .isEqualTo(id);
    client.deleteUser(r -> r.identityStoreId(STORE).userId(id));
    assertThat(emulator.store().users().count()).isZero();
  }

  private static void requireJaneAsADoctor(DescribeUserResponse described) {
    assertThat(described.userName()).isEqualTo("jane");
    assertThat(described.name()).isEqualTo(JANE.name());
    assertThat(described.emails()).isEqualTo(JANE.emails());
    assertThat(described.addresses()).isEqualTo(JANE.addresses());
    assertThat(described.phoneNumbers()).isEqualTo(JANE.phoneNumbers());
    assertThat(described.photos()).isEqualTo(JANE.photos());
    assertThat(described.roles()).isEqualTo(JANE.roles());
    assertThat(described.locale()).isEqualTo("en-GB");
    assertThat(described.title()).isEqualTo("Dr");
    assertThat(described.userStatus()).isEqualTo(UserStatus.ENABLED);
    assertThat(described.extensions()).isEqualTo(JANE.extensions());
    assertThat(described.createdAt()).isNotNull().isBeforeOrEqualTo(described.updatedAt());
    assertThat(described.createdBy()).isEqualTo(described.updatedBy()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(AwsSdk.class)
  void theSixOperationsOfGroups(AwsSdk sdk) {
    IdentitystoreClient client = client(sdk);
    String id =
        client
            .createGroup(r -> r.identityStoreId(STORE).displayName("Auditors").description("all"))
            .groupId();
    client.updateGroup(
        r ->
            r.identityStoreId(STORE)
                .groupId(id)
                .operations(
                    set("displayName", Document.fromString("Readers")), remove("description")));

    requireReaders(client.describeGroup(r -> r.identityStoreId(STORE).groupId(id)));
    assertThat(client.listGroups(r -> r.identityStoreId(STORE)).groups())
        .extracting(Group::groupId)
        .containsExactly(id);
    assertThat(
            client
                .getGroupId(
                    r ->
                        r.identityStoreId(STORE)
                            .alternateIdentifier(unique("displayName", "Readers")))
                .groupId())
        .isEqualTo(id);
    client.deleteGroup(r -> r.identityStoreId(STORE).groupId(id));
    assertThat(emulator.store().groups().count()).isZero();
  }

  private static void requireReaders(DescribeGroupResponse described) {
    assertThat(described.displayName()).isEqualTo("Readers");
    assertThat(described.description()).isNull();
    assertThat(described.createdAt()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(AwsSdk.class)
  void theSevenOperationsOfMemberships(AwsSdk sdk) {
    IdentitystoreClient client = client(sdk);
    String group = emulator.store().addGroup().value();
    MemberId member = MemberId.fromUserId(emulator.store().addUser().value());
    String id =
        client
            .createGroupMembership(r -> r.identityStoreId(STORE).groupId(group).memberId(member))
            .membershipId();

    assertIsFound(client, group, member, id);
    assertIsListed(client, group, member, id);
    client.deleteGroupMembership(r -> r.identityStoreId(STORE).membershipId(id));
    assertThat(emulator.store().membershipCount()).isZero();
  }

  private static void assertIsFound(
      IdentitystoreClient client, String group, MemberId member, String id) {
    assertThat(
            client
                .describeGroupMembership(r -> r.identityStoreId(STORE).membershipId(id))
                .memberId())
        .isEqualTo(member);
    assertThat(
            client
                .getGroupMembershipId(r -> r.identityStoreId(STORE).groupId(group).memberId(member))
                .membershipId())
        .isEqualTo(id);
    assertThat(
            client
                .isMemberInGroups(r -> r.identityStoreId(STORE).memberId(member).groupIds(group))
                .results())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.membershipExists()).isTrue());
  }

  private static void assertIsListed(
      IdentitystoreClient client, String group, MemberId member, String id) {
    assertThat(
            Stream.of(
                    client
                        .listGroupMemberships(r -> r.identityStoreId(STORE).groupId(group))
                        .groupMemberships(),
                    client
                        .listGroupMembershipsForMember(
                            r -> r.identityStoreId(STORE).memberId(member))
                        .groupMemberships())
                .flatMap(List::stream))
        .extracting(GroupMembership::membershipId)
        .containsExactly(id, id);
  }

  @ParameterizedTest
  @EnumSource(AwsSdk.class)
  void aSecondUserOfTheSameNameIsAConflictWithItsReason(AwsSdk sdk) {
    IdentitystoreClient client = client(sdk);
    client.createUser(JANE);

    ConflictException conflict =
        catchThrowableOfType(ConflictException.class, () -> client.createUser(JANE));

    assertThat(conflict.reason())
        .isEqualTo(ConflictExceptionReason.UNIQUENESS_CONSTRAINT_VIOLATION);
  }

  @ParameterizedTest
  @EnumSource(AwsSdk.class)
  void oneUserMoreThanTheQuotaIsRefused(AwsSdk sdk) {
    IdentitystoreClient client = client(sdk);
    emulator.store().quotas(new StoreQuotas(0, 0, 0));

    assertThat(
            catchThrowableOfType(
                ServiceQuotaExceededException.class, () -> client.createUser(JANE)))
        .isNotNull();
    assertThat(emulator.store().users().count()).isZero();
  }

  private IdentitystoreClient client(AwsSdk sdk) {
    return Objects.requireNonNull(clients.get(sdk));
  }

  private static AttributeOperation set(String path, Document value) {
    return AttributeOperation.builder().attributePath(path).attributeValue(value).build();
  }

  private static AttributeOperation remove(String path) {
    return AttributeOperation.builder().attributePath(path).build();
  }

  private static AlternateIdentifier unique(String path, String value) {
    return AlternateIdentifier.fromUniqueAttribute(
        attribute -> attribute.attributePath(path).attributeValue(Document.fromString(value)));
  }
}
