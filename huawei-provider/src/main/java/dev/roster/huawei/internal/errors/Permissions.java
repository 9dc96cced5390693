package dev.roster.huawei.internal.errors;

import dev.roster.Operation;
import java.util.Optional;

/** The permissions that a policy must grant for a request, as far as it documents them. */
public final class Permissions {

  private Permissions() {}

  public static Optional<String> of(Operation operation) {
    return switch (operation) {
      case CREATE_MEMBERSHIP -> permission("create");
      case DELETE_MEMBERSHIP -> permission("delete");
      case GET_MEMBERSHIP -> permission("describe");
      case FIND_MEMBERSHIP -> permission("getGroupMembershipId");
      case LIST_MEMBERSHIPS_FOR_MEMBER -> permission("listForMember");
      case IS_MEMBER_IN_GROUPS -> permission("isMembershipInGroup");
      default -> Optional.empty();
    };
  }

  private static Optional<String> permission(String name) {
    return Optional.of("IdentityCenter:groupMembership:" + name);
  }
}
