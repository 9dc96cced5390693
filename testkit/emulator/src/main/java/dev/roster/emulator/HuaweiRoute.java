package dev.roster.emulator;

import dev.roster.Operation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operations by method and path. */
enum HuaweiRoute {
  CREATE(Operation.CREATE_MEMBERSHIP, "POST", "/group-memberships"),
  FIND(Operation.FIND_MEMBERSHIP, "POST", "/group-memberships/retrieve-group-membership-id"),
  CHECK(Operation.IS_MEMBER_IN_GROUPS, "POST", "/is-member-in-groups"),
  LIST(Operation.LIST_MEMBERSHIPS, "GET", "/group-memberships"),
  LIST_FOR_MEMBER(Operation.LIST_MEMBERSHIPS_FOR_MEMBER, "GET", "/group-memberships-for-member"),
  DESCRIBE(Operation.GET_MEMBERSHIP, "GET", "/group-memberships/([^/]+)"),
  DELETE(Operation.DELETE_MEMBERSHIP, "DELETE", "/group-memberships/([^/]+)");

  private static final String BASE = "/v1/identity-stores/([^/]+)";
  private static final int STORE = 1;
  private static final int RESOURCE = 2;

  private final Operation operation;
  private final String method;
  private final Pattern path;

  HuaweiRoute(Operation operation, String method, String path) {
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
