package dev.roster.conformance;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.UserId;
import java.util.List;

/**
 * One group with one member, and one user who is not in it: enough for one fault-free call of each
 * operation.
 */
record Scene(GroupId group, UserId member, UserId stranger, Membership membership) {

  static Scene set(ConformanceHarness harness) {
    GroupId group = harness.newGroup();
    UserId member = harness.newUser();
    return new Scene(group, member, harness.newUser(), harness.addMembership(group, member));
  }

  MembershipId membershipId() {
    return membership.membershipId();
  }

  /** Makes the call that needs exactly one request of a membership operation. */
  Object call(Operation operation, RosterClient client) {
    return switch (operation) {
      case CREATE_MEMBERSHIP -> client.createMembership(group, stranger);
      case DELETE_MEMBERSHIP -> {
        client.deleteMembership(membershipId());
        yield membershipId();
      }
      case GET_MEMBERSHIP -> client.getMembership(membershipId());
      case FIND_MEMBERSHIP -> client.findMembership(group, member);
      case LIST_MEMBERSHIPS -> client.listMemberships(group).stream().toList();
      case LIST_MEMBERSHIPS_FOR_MEMBER -> client.listMembershipsForMember(member).stream().toList();
      case IS_MEMBER_IN_GROUPS -> client.isMemberInGroups(member, List.of(group));
      default -> throw new IllegalArgumentException(operation.methodName() + " needs a name");
    };
  }
}
