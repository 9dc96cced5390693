package dev.roster.campaign.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.StoredEntry;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Dice;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy reads both protocols: which operation, which pair, which membership. */
final class DialectTest {

  private static final List<Operation> ENTRY_READS_AND_CREATES =
      List.of(
          Operation.CREATE_USER,
          Operation.GET_USER,
          Operation.FIND_USER,
          Operation.LIST_USERS,
          Operation.CREATE_GROUP,
          Operation.GET_GROUP,
          Operation.FIND_GROUP,
          Operation.LIST_GROUPS);
  private static final String STORE = "/v1/identity-stores/d-1";

  @ParameterizedTest
  @CsvSource({
    "CreateGroupMembership, CREATE_MEMBERSHIP",
    "DeleteGroupMembership, DELETE_MEMBERSHIP",
    "DescribeGroupMembership, GET_MEMBERSHIP",
    "GetGroupMembershipId, FIND_MEMBERSHIP",
    "ListGroupMemberships, LIST_MEMBERSHIPS",
    "ListGroupMembershipsForMember, LIST_MEMBERSHIPS_FOR_MEMBER",
    "IsMemberInGroups, IS_MEMBER_IN_GROUPS",
    "DescribeUser, GET_USER",
    "GetUserId, FIND_USER",
    "ListUsers, LIST_USERS",
    "CreateUser, CREATE_USER",
    "UpdateUser, UPDATE_USER",
    "DeleteUser, DELETE_USER",
    "DescribeGroup, GET_GROUP",
    "GetGroupId, FIND_GROUP",
    "ListGroups, LIST_GROUPS",
    "CreateGroup, CREATE_GROUP",
    "UpdateGroup, UPDATE_GROUP",
    "DeleteGroup, DELETE_GROUP"
  })
  void awsNamesItsOperationsInAHeader(String target, Operation operation) {
    WireRequest request =
        new WireRequest(
            "POST / HTTP/1.1", List.of("X-Amz-Target: AWSIdentityStore." + target), "{}");

    assertThat(new AwsDialect().operation(request)).isEqualTo(operation);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /group-memberships, CREATE_MEMBERSHIP",
    "DELETE, /group-memberships/m-1, DELETE_MEMBERSHIP",
    "GET, /group-memberships/m-1, GET_MEMBERSHIP",
    "POST, /group-memberships/retrieve-id, FIND_MEMBERSHIP",
    "GET, /group-memberships?group_id=g-1, LIST_MEMBERSHIPS",
    "GET, /group-memberships-for-member?user_id=u-1, LIST_MEMBERSHIPS_FOR_MEMBER",
    "POST, /is-member-in-groups, IS_MEMBER_IN_GROUPS",
    "GET, /users/u-1, GET_USER",
    "POST, /users/retrieve-user-id, FIND_USER",
    "GET, /users?user_name=ada, LIST_USERS",
    "POST, /users/batch-query, LIST_USERS",
    "POST, /users, CREATE_USER",
    "PUT, /users/u-1, UPDATE_USER",
    "DELETE, /users/u-1, DELETE_USER",
    "GET, /groups/g-1, GET_GROUP",
    "POST, /groups/retrieve-group-id, FIND_GROUP",
    "GET, /groups?limit=3, LIST_GROUPS",
    "POST, /groups/batch-query, LIST_GROUPS",
    "POST, /groups, CREATE_GROUP",
    "PUT, /groups/g-1, UPDATE_GROUP",
    "DELETE, /groups/g-1, DELETE_GROUP"
  })
  void huaweiNamesItsOperationsInTheMethodAndThePath(
      String method, String path, Operation operation) {
    WireRequest request =
        new WireRequest("%s %s%s HTTP/1.1".formatted(method, STORE, path), List.of(), "{}");

    assertThat(new HuaweiDialect().operation(request)).isEqualTo(operation);
  }

  @ParameterizedTest
  @EnumSource
  void aCreationNamesAPairAndADeletionAMembership(Protocol protocol) {
    Dialect dialect = protocol.dialect();

    assertThat(dialect.pair(request(protocol.create())))
        .isEqualTo(new GroupMember(new GroupId("g-1"), new UserId("u-1")));
    assertThat(dialect.membership(request(protocol.create()))).isNull();
    assertThat(dialect.membership(request(protocol.delete()))).isEqualTo(new MembershipId("m-1"));
    assertThat(dialect.made(protocol.created())).isEqualTo(new MembershipId("m-1"));
  }

  @ParameterizedTest
  @EnumSource
  void aContradictionIsAnotherBody(Protocol protocol) {
    Dialect dialect = protocol.dialect();
    String body =
        "{\"%s\":[{\"%s\":\"g-1\",\"%s\":true}]}"
            .formatted(
                dialect.spelt("results"),
                dialect.spelt("group_id"),
                dialect.spelt("membership_exists"));

    for (Operation operation : Operation.values()) {
      dialect
          .contradict(operation, body, Dice.of(1))
          .ifPresent(other -> assertThat(other).isNotEqualTo(body));
    }
    assertThat(dialect.contradict(Operation.IS_MEMBER_IN_GROUPS, body, Dice.of(1))).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsForgedOfUsersAndGroupsIsNoResponseOfTheService(Protocol protocol) {
    Dialect dialect = protocol.dialect();
    String body =
        "{\"%s\":\"d-1234567890\",\"%s\":\"u-1\",\"%s\":\"g-1\"}"
            .formatted(
                dialect.spelt("identity_store_id"),
                dialect.spelt("user_id"),
                dialect.spelt("group_id"));

    for (Operation operation : ENTRY_READS_AND_CREATES) {
      for (int seed = 0; seed < 20; seed++) {
        assertThat(dialect.contradict(operation, body, Dice.of(seed)))
            .hasValueSatisfying(other -> assertThat(other).isNotEqualTo(body));
      }
      assertThat(Forged.ofAnotherOperation(dialect, operation)).isNotEmpty().isNotEqualTo(body);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriteOfAUserOrGroupNamesItByNameOrId(Protocol protocol) {
    Ledger ledger = new Ledger();
    EntryWrites writes = new EntryWrites(protocol.dialect(), ledger.entries());
    EntryName name = new EntryName(EntryName.Kind.GROUP, "admins");
    assertThat(writes.name(request(protocol.createGroup()))).isEqualTo(name);
    assertThat(writes.name(request(protocol.updateGroup()))).isNull();

    AttemptKey by = new AttemptKey(1, 0, 1);
    ledger.entries().created(name, new StoredEntry("g-1", by, null), 1, 2);
    assertThat(writes.name(request(protocol.updateGroup()))).isEqualTo(name);

    writes.note(
        name, request(protocol.updateGroup()), protocol.created(), by, new EntryWrites.Span(3, 4));
    assertThat(ledger.entries().now(name)).contains(new StoredEntry("g-1", by, "new", 2));
  }

  private static WireRequest request(String text) {
    String[] parts = text.split("\r\n\r\n", 2);
    List<String> lines = List.of(parts[0].split("\r\n"));
    return new WireRequest(lines.get(0), lines.subList(1, lines.size()), parts[1]);
  }
}
