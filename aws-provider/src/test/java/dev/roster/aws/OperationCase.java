package dev.roster.aws;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import java.util.List;

/** Each operation: how it is called, and what it sends and gets, word for word. */
public enum OperationCase {
  CREATE(
      "CreateGroupMembership",
      """
      {"IdentityStoreId":"d-1234567890","GroupId":"group-1","MemberId":{"UserId":"user-1"}}\
      """,
      """
      {"MembershipId":"membership-1","IdentityStoreId":"d-1234567890"}\
      """) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return driver.createMembership(GROUP, USER, attempt);
    }
  },
  DELETE(
      "DeleteGroupMembership",
      """
      {"IdentityStoreId":"d-1234567890","MembershipId":"membership-1"}\
      """,
      "{}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      driver.deleteMembership(MEMBERSHIP, attempt);
      return MEMBERSHIP;
    }
  },
  GET(
      "DescribeGroupMembership",
      """
      {"IdentityStoreId":"d-1234567890","MembershipId":"membership-1"}\
      """,
      OperationCase.ITEM) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return driver.getMembership(MEMBERSHIP, attempt);
    }
  },
  FIND(
      "GetGroupMembershipId",
      """
      {"IdentityStoreId":"d-1234567890","GroupId":"group-1","MemberId":{"UserId":"user-1"}}\
      """,
      """
      {"MembershipId":"membership-1","IdentityStoreId":"d-1234567890"}\
      """) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return driver.findMembership(GROUP, USER, attempt);
    }
  },
  LIST(
      "ListGroupMemberships",
      """
      {"IdentityStoreId":"d-1234567890","GroupId":"group-1","MaxResults":7}\
      """,
      "{\"GroupMemberships\":[" + OperationCase.ITEM + "],\"NextToken\":\"token-2\"}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return ((ListsByGroup) driver).listMemberships(GROUP, PageRequest.first(7), attempt);
    }
  },
  LIST_FOR_MEMBER(
      "ListGroupMembershipsForMember",
      """
      {"IdentityStoreId":"d-1234567890","MemberId":{"UserId":"user-1"},"MaxResults":7}\
      """,
      "{\"GroupMemberships\":[" + OperationCase.ITEM + "],\"NextToken\":\"token-2\"}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return ((ListsByMember) driver).listMembershipsForMember(USER, PageRequest.first(7), attempt);
    }
  },
  CHECK(
      "IsMemberInGroups",
      """
      {"IdentityStoreId":"d-1234567890","MemberId":{"UserId":"user-1"},\
      "GroupIds":["group-1","group-2"]}\
      """,
      """
      {"Results":[{"GroupId":"group-2","MembershipExists":false},\
      {"GroupId":"group-1","MembershipExists":true}]}\
      """) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return driver.isMemberInGroups(USER, List.of(GROUP, new GroupId("group-2")), attempt);
    }
  };

  public static final IdentityStoreId STORE = new IdentityStoreId("d-1234567890");
  public static final GroupId GROUP = new GroupId("group-1");
  public static final UserId USER = new UserId("user-1");
  static final MembershipId MEMBERSHIP = new MembershipId("membership-1");
  static final Membership PLAIN = new Membership(STORE, GROUP, USER, MEMBERSHIP);

  private static final String ITEM =
      """
      {"IdentityStoreId":"d-1234567890","MembershipId":"membership-1","GroupId":"group-1",\
      "MemberId":{"UserId":"user-1"},"CreatedAt":1.7E9,"UpdatedAt":1.7000000015E9,\
      "CreatedBy":"arn:aws:iam::111122223333:role/example","UpdatedBy":"someone else"}\
      """;

  final String wireName;
  final String requestBody;
  final String response;

  OperationCase(String wireName, String requestBody, String response) {
    this.wireName = wireName;
    this.requestBody = requestBody;
    this.response = response;
  }

  public abstract Object call(MembershipDriver driver, AttemptContext attempt) throws Exception;

  boolean isWrite() {
    return this == CREATE || this == DELETE;
  }
}
