package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.internal.state.Stores;
import dev.roster.emulator.internal.wire.Percent;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.memory.StoreOperation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an operation is found. */
record Route(StoreOperation operation, String method, Pattern path) {

  private static final String BASE = "/v1/identity-stores/([^/]+)";
  private static final String ID = "/([^/]+)";

  /** Describes several; it names none in its path. */
  private static final String QUERY = "/batch-query";

  private static final int STORE = 1;
  private static final int RESOURCE = 2;

  private static final List<Route> ALL =
      List.of(
          route(StoreOperation.CREATE_USER, "POST", "/users"),
          route(StoreOperation.LIST_USERS, "GET", "/users"),
          route(StoreOperation.GET_USER_ID, "POST", "/users/retrieve-user-id"),
          route(StoreOperation.DESCRIBE_USER, "GET", "/users" + ID),
          route(StoreOperation.DESCRIBE_USER, "POST", "/users" + QUERY),
          route(StoreOperation.UPDATE_USER, "PUT", "/users" + ID),
          route(StoreOperation.DELETE_USER, "DELETE", "/users" + ID),
          route(StoreOperation.CREATE_GROUP, "POST", "/groups"),
          route(StoreOperation.LIST_GROUPS, "GET", "/groups"),
          route(StoreOperation.GET_GROUP_ID, "POST", "/groups/retrieve-group-id"),
          route(StoreOperation.DESCRIBE_GROUP, "GET", "/groups" + ID),
          route(StoreOperation.DESCRIBE_GROUP, "POST", "/groups" + QUERY),
          route(StoreOperation.UPDATE_GROUP, "PUT", "/groups" + ID),
          route(StoreOperation.DELETE_GROUP, "DELETE", "/groups" + ID),
          route(StoreOperation.CREATE_GROUP_MEMBERSHIP, "POST", "/group-memberships"),
          route(StoreOperation.LIST_GROUP_MEMBERSHIPS, "GET", "/group-memberships"),
          route(
              StoreOperation.GET_GROUP_MEMBERSHIP_ID,
              "POST",
              "/group-memberships/retrieve-group-membership-id"),
          route(StoreOperation.DESCRIBE_GROUP_MEMBERSHIP, "GET", "/group-memberships" + ID),
          route(StoreOperation.DELETE_GROUP_MEMBERSHIP, "DELETE", "/group-memberships" + ID),
          route(
              StoreOperation.LIST_GROUP_MEMBERSHIPS_FOR_MEMBER,
              "GET",
              "/group-memberships-for-member"),
          route(StoreOperation.IS_MEMBER_IN_GROUPS, "POST", "/is-member-in-groups"));

  static Optional<Route> of(Request request) {
    return ALL.stream()
        .filter(route -> route.method.equals(request.method()))
        .filter(route -> route.path.matcher(request.path()).matches())
        .findFirst();
  }

  /** Takes the request apart. */
  Call call(Request request, Stores stores) {
    Matcher segments = path.matcher(request.path());
    if (!segments.matches()) {
      throw new IllegalArgumentException(request + " is not of route " + this);
    }
    String storeId = Percent.decode(segments.group(STORE));
    String resourceId =
        segments.groupCount() < RESOURCE ? "" : Percent.decode(segments.group(RESOURCE));
    return new Call(operation, storeId, resourceId, request, stores);
  }

  private static Route route(StoreOperation operation, String method, String path) {
    return new Route(operation, method, Pattern.compile(BASE + path));
  }
}
