package dev.roster.aws;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.LookupWay;
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
  },
  CREATE_USER(
      "CreateUser",
      """
      {"IdentityStoreId":"d-1234567890","UserName":"ada","DisplayName":"Ada L.",\
      "Name":{"GivenName":"Ada","FamilyName":"Lovelace"},\
      "Emails":[{"Value":"ada@example.invalid","Type":"work","Primary":true}],\
      "Addresses":[{"Locality":"London","Primary":false}],"NickName":"Al",\
      "Roles":[{"Value":"analyst","Primary":true}],\
      "Extensions":{"aws:identitystore:enterprise":{"costCenter":"42"}}}\
      """,
      """
      {"UserId":"user-1","IdentityStoreId":"d-1234567890"}\
      """) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return users(driver).create(DirectoryCases.NEW_USER, attempt);
    }
  },
  GET_USER(
      "DescribeUser",
      """
      {"IdentityStoreId":"d-1234567890","UserId":"user-1",\
      "Extensions":["aws:identitystore:enterprise"]}\
      """,
      DirectoryCases.USER_JSON) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return users(driver).get(USER, attempt);
    }
  },
  FIND_USER(
      "GetUserId",
      """
      {"IdentityStoreId":"d-1234567890","AlternateIdentifier":{"UniqueAttribute":\
      {"AttributePath":"userName","AttributeValue":"ada"}}}\
      """,
      """
      {"UserId":"user-1","IdentityStoreId":"d-1234567890"}\
      """) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return users(driver).find(LookupKey.userName("ada"), LookupWay.DIRECT, attempt);
    }
  },
  LIST_USERS(
      "ListUsers",
      """
      {"IdentityStoreId":"d-1234567890","Extensions":["aws:identitystore:enterprise"],\
      "MaxResults":7}\
      """,
      "{\"Users\":[" + DirectoryCases.USER_JSON + "],\"NextToken\":\"token-2\"}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return users(driver).list(null, PageRequest.first(7), attempt);
    }
  },
  UPDATE_USER(
      "UpdateUser",
      """
      {"IdentityStoreId":"d-1234567890","UserId":"user-1","Operations":[\
      {"AttributePath":"name","AttributeValue":{"givenName":"Ada","middleName":"K."}},\
      {"AttributePath":"phoneNumbers","AttributeValue":[{"value":"1","primary":false}]},\
      {"AttributePath":"photos","AttributeValue":[{"value":"p","display":"d"}]},\
      {"AttributePath":"aws:identitystore:enterprise","AttributeValue":{"costCenter":"42"}},\
      {"AttributePath":"title"},{"AttributePath":"emails"}]}\
      """,
      "{}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      users(driver).update(USER, DirectoryCases.USER_CHANGES, attempt);
      return USER;
    }
  },
  DELETE_USER(
      "DeleteUser",
      """
      {"IdentityStoreId":"d-1234567890","UserId":"user-1"}\
      """,
      "{}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      users(driver).delete(USER, attempt);
      return USER;
    }
  },
  CREATE_GROUP(
      "CreateGroup",
      """
      {"IdentityStoreId":"d-1234567890","DisplayName":"Analysts","Description":"Who counts"}\
      """,
      """
      {"GroupId":"group-1","IdentityStoreId":"d-1234567890"}\
      """) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return groups(driver).create(DirectoryCases.NEW_GROUP, attempt);
    }
  },
  GET_GROUP(
      "DescribeGroup",
      """
      {"IdentityStoreId":"d-1234567890","GroupId":"group-1"}\
      """,
      DirectoryCases.GROUP_JSON) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return groups(driver).get(GROUP, attempt);
    }
  },
  FIND_GROUP(
      "GetGroupId",
      """
      {"IdentityStoreId":"d-1234567890","AlternateIdentifier":{"UniqueAttribute":\
      {"AttributePath":"displayName","AttributeValue":"Analysts"}}}\
      """,
      """
      {"GroupId":"group-1","IdentityStoreId":"d-1234567890"}\
      """) {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return groups(driver).find(LookupKey.groupName("Analysts"), LookupWay.DIRECT, attempt);
    }
  },
  LIST_GROUPS(
      "ListGroups",
      """
      {"IdentityStoreId":"d-1234567890","MaxResults":7}\
      """,
      "{\"Groups\":[" + DirectoryCases.GROUP_JSON + "],\"NextToken\":\"token-2\"}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      return groups(driver).list(null, PageRequest.first(7), attempt);
    }
  },
  UPDATE_GROUP(
      "UpdateGroup",
      """
      {"IdentityStoreId":"d-1234567890","GroupId":"group-1","Operations":[\
      {"AttributePath":"displayName","AttributeValue":"Others"},\
      {"AttributePath":"description"}]}\
      """,
      "{}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      groups(driver).update(GROUP, DirectoryCases.GROUP_CHANGES, attempt);
      return GROUP;
    }
  },
  DELETE_GROUP(
      "DeleteGroup",
      """
      {"IdentityStoreId":"d-1234567890","GroupId":"group-1"}\
      """,
      "{}") {
    @Override
    public Object call(MembershipDriver driver, AttemptContext attempt) throws Exception {
      groups(driver).delete(GROUP, attempt);
      return GROUP;
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

  static EntryDriver<UserId, User> users(MembershipDriver driver) {
    return ((DirectoryDriver) driver).users();
  }

  static EntryDriver<GroupId, Group> groups(MembershipDriver driver) {
    return ((DirectoryDriver) driver).groups();
  }

  boolean isWrite() {
    return wireName.matches("(Create|Update|Delete).*");
  }
}
