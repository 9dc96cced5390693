package dev.roster.aws.internal.driver;

import dev.roster.Operation;
import java.util.Optional;

/** The actions that a policy must allow for a request, which are named as its operation is. */
final class Actions {

  private Actions() {}

  static Optional<String> of(Operation operation) {
    return switch (operation) {
      case CREATE_MEMBERSHIP -> action("CreateGroupMembership");
      case DELETE_MEMBERSHIP -> action("DeleteGroupMembership");
      case GET_MEMBERSHIP -> action("DescribeGroupMembership");
      case FIND_MEMBERSHIP -> action("GetGroupMembershipId");
      case LIST_MEMBERSHIPS -> action("ListGroupMemberships");
      case LIST_MEMBERSHIPS_FOR_MEMBER -> action("ListGroupMembershipsForMember");
      case IS_MEMBER_IN_GROUPS -> action("IsMemberInGroups");
      default -> Optional.empty();
    };
  }

  private static Optional<String> action(String operation) {
    return Optional.of("identitystore:" + operation);
  }
}
