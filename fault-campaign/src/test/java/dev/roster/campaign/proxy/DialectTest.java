package dev.roster.campaign.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.weather.Dice;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy reads both protocols: which operation, which pair, which membership. */
final class DialectTest {

  private static final String STORE = "/v1/identity-stores/d-1";

  @ParameterizedTest
  @CsvSource({
    "CreateGroupMembership, CREATE_MEMBERSHIP",
    "DeleteGroupMembership, DELETE_MEMBERSHIP",
    "DescribeGroupMembership, GET_MEMBERSHIP",
    "GetGroupMembershipId, FIND_MEMBERSHIP",
    "ListGroupMemberships, LIST_MEMBERSHIPS",
    "ListGroupMembershipsForMember, LIST_MEMBERSHIPS_FOR_MEMBER",
    "IsMemberInGroups, IS_MEMBER_IN_GROUPS"
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
    "POST, /is-member-in-groups, IS_MEMBER_IN_GROUPS"
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

  private static WireRequest request(String text) {
    String[] parts = text.split("\r\n\r\n", 2);
    List<String> lines = List.of(parts[0].split("\r\n"));
    return new WireRequest(lines.get(0), lines.subList(1, lines.size()), parts[1]);
  }
}
