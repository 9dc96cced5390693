package dev.roster.emulator;

import dev.roster.Operation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operations by method and path. */
enum HuaweiRoute {
  CREATE("CreateGroupMembership", Operation.CREATE_MEMBERSHIP, "POST", "/group-memberships"),
  FIND(
      "GetGroupMembershipId",
      Operation.FIND_MEMBERSHIP,
      "POST",
      "/group-memberships/retrieve-group-membership-id"),
  CHECK("IsMemberInGroups", Operation.IS_MEMBER_IN_GROUPS, "POST", "/is-member-in-groups"),
  LIST("ListGroupMemberships", Operation.LIST_MEMBERSHIPS, "GET", "/group-memberships"),
  LIST_FOR_MEMBER(
      "ListGroupMembershipsForMember",
      Operation.LIST_MEMBERSHIPS_FOR_MEMBER,
      "GET",
      "/group-memberships-for-member"),
  DESCRIBE(
      "DescribeGroupMembership", Operation.GET_MEMBERSHIP, "GET", "/group-memberships/([^/]+)"),
  DELETE(
      "DeleteGroupMembership", Operation.DELETE_MEMBERSHIP, "DELETE", "/group-memberships/([^/]+)");

  private static final String BASE = "/v1/identity-stores/([^/]+)";
  private static final int STORE = 1;
  private static final int RESOURCE = 2;

  private final String wireName;
  private final Operation operation;
  private final String method;
  private final Pattern path;

  HuaweiRoute(String wireName, Operation operation, String method, String path) {
    this.wireName = wireName;
    this.operation = operation;
    this.method = method;
    this.path = Pattern.compile(BASE + path);
  }

  static Optional<HuaweiRoute> of(WireRequest request) {
    return Stream.of(values())
        .filter(route -> route.method.equals(request.method()))
        .filter(route -> route.path.matcher(request.path()).matches())
        .findFirst();
  }

  String wireName() {
    return wireName;
  }

  Operation operation() {
    return operation;
  }

  String storeId(WireRequest request) {
    return segment(request, STORE);
  }

  String resourceId(WireRequest request) {
    return segment(request, RESOURCE);
  }

  private String segment(WireRequest request, int group) {
    Matcher segments = path.matcher(request.path());
    if (!segments.matches()) {
      throw new IllegalArgumentException(request + " is not of route " + this);
    }
    return Percent.decode(segments.group(group));
  }
}
